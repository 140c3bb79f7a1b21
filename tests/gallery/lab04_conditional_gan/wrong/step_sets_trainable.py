"""Set trainable to False for the generator's update: batch normalisation leaves the training mode."""

LOSES = {"test-update-both"}


# %% update-both
# -         g_loss = cross_entropy(tf.ones_like(fake_logits), fake_logits)
# +     gan.discriminator.trainable = False
# +     with tf.GradientTape() as g_tape:
# +         again = gan.discriminator([gan.generator([noise, labels], training=True), labels], training=True)
# +         g_loss = cross_entropy(tf.ones_like(again), again)
# +     gan.discriminator.trainable = True

# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     gan.g_optimizer.apply(g_tape.gradient(g_loss, g_variables), g_variables)
