"""Each loss is the mean of all steps so far, as a progress bar shows it."""

LOSES = {"test-mended-training"}


# %% mended-training
# -         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# -     return g_losses
# +         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# +     return [float(np.mean(g_losses[: step + 1])) for step in range(len(g_losses))]
