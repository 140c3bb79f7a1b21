"""Endless streams of shuffled batches."""

import numpy as np
import tensorflow as tf


def batches(*arrays: np.ndarray, batch_size: int, seed: int, skip: int = 0) -> tf.data.Dataset:
    """Return an endless stream of shuffled batches, always full, the same for the same seed.

    Parameters
    ----------
    *arrays
        One array, or several with equal first dimension (images and labels, say).
    batch_size
        Examples in a batch; at most the number of examples.
    seed
        Fixes the order. Every pass over the data has another order.
    skip
        Batches to leave out at the start. A run resumed at step k skips k batches and then sees
        what the uninterrupted run would have seen.

    Returns
    -------
    tf.data.Dataset
        Of batches ``(batch_size, ...)``; of tuples when several arrays were given.

    Raises
    ------
    ValueError
        If the arrays differ in length, or are shorter than a batch.
    """
    lengths = {len(array) for array in arrays}
    if len(lengths) != 1:
        raise ValueError(f"batches() needs arrays of one length, not {sorted(lengths)}.")
    count = lengths.pop()
    if not 1 <= batch_size <= count:
        raise ValueError(f"batch_size is {batch_size}, but must be from 1 to {count}, the examples given.")
    tensors = tuple(tf.constant(array) for array in arrays)

    @tf.autograph.experimental.do_not_convert  # to find that there is nothing takes a while
    def take(index: tf.Tensor) -> tuple[tf.Tensor, ...] | tf.Tensor:
        chosen = tuple(tf.gather(tensor, index) for tensor in tensors)
        return chosen if len(chosen) > 1 else chosen[0]

    @tf.autograph.experimental.do_not_convert
    def one_pass(number: tf.Tensor) -> tf.data.Dataset:
        # Stateless: the order depends on these two numbers only, not on TensorFlow's global seed.
        order = tf.random.experimental.stateless_shuffle(tf.range(count), seed=[seed, number])
        return tf.data.Dataset.from_tensor_slices(order)

    passes, rest = divmod(skip * batch_size, count)
    order = tf.data.Dataset.range(passes, tf.int64.max).flat_map(one_pass).skip(rest)
    return order.batch(batch_size, drop_remainder=True).map(take).prefetch(2)
