"""Checkpoints that survive a kill: an interrupted run goes on as if nothing had happened."""

import contextlib
import os
import zipfile
from pathlib import Path

from helpers.steps import not_finite, step_of

import keras
import numpy as np


class Checkpoint(keras.callbacks.Callback):
    """Saves a model's whole training state, so that an interrupted run can go on.

    The state is all weights, every optimiser and the random-number generator that lives in the
    model. It is written to a temporary file which then takes the old one's place in one move, so
    there is a whole checkpoint on disk at every moment. A state with a loss that is not finite is
    never saved. When the disk is full or read-only, training goes on and a message says so.

    Parameters
    ----------
    folder
        Made when missing.
    every
        Steps between checkpoints.

    Raises
    ------
    ValueError
        When training starts, or `restore` is called, with an optimiser that is not built.
    """

    NAME = "training.npz"

    def __init__(self, folder: str | Path, every: int = 500) -> None:
        super().__init__()
        self.path, self.every = Path(folder) / self.NAME, every
        self._warned = self._finite = False

    @staticmethod
    def _variables(model: keras.Model) -> list:
        if not all(optimizer.built for optimizer in model.optimizers):
            raise ValueError(
                "Build every optimiser first, or Adam's averages are not saved: "
                "d_optimizer.build(discriminator.trainable_variables), and likewise for the others."
            )
        return model.variables + [v for optimizer in model.optimizers for v in optimizer.variables]

    def restore(self, model: keras.Model) -> int:
        """Put the checkpoint's state into a compiled model, if the folder holds one.

        Returns
        -------
        int
            The step it was saved at, 0 for a fresh start: the ``skip`` of `helpers.data.batches`.

        Raises
        ------
        ValueError
            If an optimiser is not built, or the checkpoint belongs to other networks or is damaged; the
            model is then as before.
        """
        variables = self._variables(model)
        if not self.path.is_file():
            return step_of(model)
        try:
            with np.load(self.path) as file:
                values = [file[name] for name in file.files]
            if [value.shape for value in values] != [tuple(variable.shape) for variable in variables]:
                raise ValueError("the shapes differ")
        except (OSError, ValueError, EOFError, KeyError, zipfile.BadZipFile) as error:
            raise ValueError(
                f"{self.path} does not fit this model: it was saved by other networks or is "
                "damaged. Give another folder, or delete the file to start afresh."
            ) from error
        for variable, value in zip(variables, values, strict=True):
            variable.assign(value)
        return step_of(model)

    def save(self) -> bool:
        """Write the checkpoint; return whether that worked."""
        temporary = self.path.with_name("unfinished." + self.NAME)
        state = [np.asarray(variable) for variable in self._variables(self.model)]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with open(temporary, "wb") as file:
                np.savez(file, *state)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self.path)
            self._saved = step_of(self.model)
        except OSError as error:
            if not self._warned:
                print(
                    f"No checkpoint could be written to {self.path.parent} ({error}). Training goes "
                    "on without one. Free some disk space, or give a folder you may write to."
                )
            self._warned = True
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            return False
        return True

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._variables(self.model)
        self._saved, self._finite = step_of(self.model), False

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        self._finite = not not_finite(logs)
        if self._finite and step_of(self.model) // self.every > self._saved // self.every:
            self.save()

    def on_train_end(self, logs: dict | None = None) -> None:
        if self._finite:
            self.save()
