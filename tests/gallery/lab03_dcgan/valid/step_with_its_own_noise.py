"""Draws the noise itself, new at each call; averages as a loop over indices."""


# %% update-both
# -     noise = gan.draw_noise(tf.shape(real_images)[0])
# +     noise = tf.random.normal((tf.shape(real_images)[0], gan.generator.input_shape[-1]))

# %% update-average
# -     for mean, new in zip(average.weights, generator.weights, strict=True):
# -         mean.assign(keep * mean + (1.0 - keep) * new)
# +     for i in range(len(average.weights)):
# +         average.weights[i].assign(generator.weights[i] + keep * (average.weights[i] - generator.weights[i]))
