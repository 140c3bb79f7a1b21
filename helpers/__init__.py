"""Support code of the GAN course: data, plots, callbacks, metrics. No model is hidden here."""
