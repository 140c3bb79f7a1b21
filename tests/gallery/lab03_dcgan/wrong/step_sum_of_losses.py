"""Let both networks follow the sum of the losses."""

LOSES = {"test-update-both"}


# %% update-both
# -         g_loss = gan.generator_loss(fake_logits)
# +         g_loss = gan.generator_loss(fake_logits)
# +         loss = d_loss + g_loss

# -     gan.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -     gan.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +     gan.d_optimizer.apply(tape.gradient(loss, d_variables), d_variables)
# +     gan.g_optimizer.apply(tape.gradient(loss, g_variables), g_variables)
