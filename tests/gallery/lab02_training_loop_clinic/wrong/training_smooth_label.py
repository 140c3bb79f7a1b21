"""Real images have the label 0.9, a trick from another lesson."""

LOSES = {"test-mended-training"}


# %% mended-training
# -         real, fake = np.ones((len(real_images), 1)), np.zeros((len(noise), 1))
# +         real, fake = np.full((len(real_images), 1), 0.9), np.zeros((len(noise), 1))
