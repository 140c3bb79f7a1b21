"""The generator gets an optimizer of its own making, not the one that is handed over."""

LOSES = {"test-mended-training"}


# %% mended-training
# -     combined.compile(optimizer=g_optimizer, loss=cross_entropy)
# +     combined.compile(optimizer=keras.optimizers.Adam(1e-3), loss=cross_entropy)
