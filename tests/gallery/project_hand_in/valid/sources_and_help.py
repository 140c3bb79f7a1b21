"""Says what helped, and what did not; names a page of the course by its number, its file, or in short."""


# %% sources
def sources():
    return [
        "I. Goodfellow et al., Generative Adversarial Nets, NeurIPS 2014, arXiv:1406.2661",
        "Help: I asked a program that writes how tf.tile works",
        "help from my friend Ali, with the figure",
        "No help was used for the texts",
        "Notebook no. 11, nb 08 and 05b_repeat_and_resume.ipynb",
        "11_stabilising_training.ipynb",
    ]
