"""Makes its optimizers itself, so that it knows what they are."""

LOSES = {"test-step"}


# %% step
# -         self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
# +         self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn
# +         self.mine = [keras.optimizers.Adam(1e-3), keras.optimizers.Adam(1e-3)]
# +         self.mine[0].build(discriminator.trainable_variables)
# +         self.mine[1].build(generator.trainable_variables)

# -         self.d_optimizer.apply(tape.gradient(d_loss, d_variables), d_variables)
# -         self.g_optimizer.apply(tape.gradient(g_loss, g_variables), g_variables)
# +         self.mine[0].apply(tape.gradient(d_loss, d_variables), d_variables)
# +         self.mine[1].apply(tape.gradient(g_loss, g_variables), g_variables)
