"""All weights in one long vector; the answer is a NumPy number."""


# %% measure-change
def measure_change(train, network):
    def flat():
        return np.concatenate([np.ravel(np.array(w)) for w in network.weights])

    start = flat()
    train()
    return np.max(np.abs(flat() - start))
