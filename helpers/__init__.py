"""Support code of the GAN course: data, the GAN of notebook 05, plots, callbacks, metrics.

Importing any part of it starts TensorFlow and Keras quietly, and the way the course needs them,
so that a plain ``import keras`` after it is quiet too. No operation runs: devices and threads can
still be set.
"""

from helpers import _start

_start.start()
