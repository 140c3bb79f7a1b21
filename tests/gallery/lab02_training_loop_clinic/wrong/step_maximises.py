"""The sign of the loss is flipped."""

LOSES = {"test-mended-generator-step"}


# %% mended-generator-step
# -         fake_images = generator(noise, training=True)
# -         g_loss = loss_fn(discriminator(fake_images, training=True))
# +         loss = -loss_fn(discriminator(generator(noise, training=True), training=True))

# -     g_optimizer.apply(tape.gradient(g_loss, variables), variables)
# -     return g_loss
# +     g_optimizer.apply(tape.gradient(loss, variables), variables)
# +     return -loss
