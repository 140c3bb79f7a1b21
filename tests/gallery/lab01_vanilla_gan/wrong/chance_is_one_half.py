"""A coin is a coin."""

LOSES = {"test-chance"}


# %% chance
def chance_loss(real_label):
    """Return the discriminator's loss at chance, in nats, one number.

    real_label: the label of real images, a number over 0 and at most 1.

    The loss of task 4.1 with real_label in place of 0.9 (real part plus generated part), when every
    image gets the probability real_label / 2 of being real.
    """
    return -real_label * np.log(0.5) - (1 - real_label) * np.log(0.5) - np.log(0.5)
