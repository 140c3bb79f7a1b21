"""Makes an optimizer of its own."""

LOSES = {"test-critic-updates", "test-generator-update"}


# %% train-once
# -         gan.d_optimizer.apply(tape.gradient(d_loss, variables), variables)
# +         keras.optimizers.SGD(0.01).apply(tape.gradient(d_loss, variables), variables)
