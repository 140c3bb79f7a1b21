"""Calls the course's loss, which the task forbids, by a name that was bound when the cell ran."""

LOSES = {"test-mended-generator-loss"}


# %% mended-generator-loss
def mended_generator_loss(fake_logits, loss=generator_loss):
    return loss(fake_logits)
