"""fit() without batch_size: a batch of 50 becomes two updates, of 32 and of 18."""

LOSES = {"test-mended-training"}


# %% mended-training
# -         g_losses.append(float(combined.train_on_batch(noise, np.ones((len(noise), 1)))))
# +         fitted = combined.fit(noise, np.ones((len(noise), 1)), verbose=0)
# +         g_losses.append(fitted.history["loss"][0])
