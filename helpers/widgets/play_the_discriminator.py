"""Play the discriminator: mark images as real or fake, then compare with a trained discriminator.

`Game` holds a round and can be used without a browser; `show` puts buttons on it.
"""

from collections.abc import Callable, Mapping, Sequence

from helpers import plotting
from helpers.images import check_images
from helpers.widgets.panel import Panel
from helpers.widgets.pick_a_sample import as_png

import ipywidgets as widgets
import numpy as np
from matplotlib.figure import Figure

KINDS = ("real", "fake")


class Game:
    """A round of images, each real or fake by the toss of a coin, and the player's marks.

    Parameters
    ----------
    real_images, fake_images
        What rounds are dealt from, shape ``(n, h, w, c)`` each, in [-1, 1], n at least ``count``.
    judge
        The notebook's discriminator: images ``(n, h, w, c)`` to n logits, high for real.
    threshold
        The discriminator says "real" when its logit is over this number.
    count
        Images in a round.
    seed
        Fixes the rounds.

    Attributes
    ----------
    images, truth, marks, logits
        Of the round; ``truth`` and ``marks`` are lists of ``"real"``, ``"fake"`` and None (no mark).

    Raises
    ------
    TypeError, ValueError
        If there are too few images, or the judge does not give one finite logit for each.
    """

    def __init__(
        self,
        real_images: np.ndarray,
        fake_images: np.ndarray,
        judge: Callable[[np.ndarray], np.ndarray],
        threshold: float = 0.0,
        count: int = 12,
        seed: int = 1,
    ) -> None:
        if count < 1:
            raise ValueError(f"A round needs at least one image, not {count}.")
        pools = (real_images, fake_images)
        self.pools = {k: check_images(p, least=count) for k, p in zip(KINDS, pools, strict=True)}
        self.judge, self.threshold, self.count = judge, float(threshold), count
        self._random = np.random.default_rng(seed)
        self.deal()

    def deal(self) -> None:
        """Start a new round; when the judge fails, the old one stays."""
        truth = [str(kind) for kind in self._random.choice(KINDS, self.count)]
        order = {k: self._random.permutation(len(pool)) for k, pool in self.pools.items()}
        images = np.stack([self.pools[k][order[k][i]] for i, k in enumerate(truth)])
        logits = np.asarray(self.judge(images), dtype="float64").reshape(-1)
        if logits.shape != (self.count,) or not np.isfinite(logits).all():
            raise ValueError(f"The judge must give one finite logit for each of the {self.count} images.")
        self.images, self.truth, self.logits = images, truth, logits
        self.marks: list[str | None] = [None] * self.count

    def mark(self, index: int, kind: str | None) -> None:
        """Mark image ``index`` (from 0) as ``"real"`` or ``"fake"``; None takes the mark back."""
        if not 0 <= index < self.count:
            raise ValueError(f"There is no image {index}: they are numbered from 0 to {self.count - 1}.")
        if kind not in (*KINDS, None):
            raise ValueError(f"An image is marked 'real' or 'fake', not {kind!r}.")
        self.marks[index] = kind

    def marked(self) -> list[int]:
        """Return the images that carry a mark."""
        return [i for i, mark in enumerate(self.marks) if mark is not None]

    def score(self) -> tuple[int, int]:
        """Return how many marks are right, and how many there are."""
        return sum(self.marks[i] == self.truth[i] for i in self.marked()), len(self.marked())

    def verdicts(self) -> list[str]:
        """Return what the discriminator says of each image."""
        return ["real" if logit > self.threshold else "fake" for logit in self.logits]

    def discriminator_score(self) -> tuple[int, int]:
        """Return how often the discriminator is right on the images that are marked."""
        return sum(self.verdicts()[i] == self.truth[i] for i in self.marked()), len(self.marked())

    def errors(self) -> np.ndarray:
        """Return the discriminator's cross-entropy on each image in nats, ``(count,)``.

        The logit counts from the threshold, so that a verdict is wrong when its error is over ln 2.
        """
        sign = np.where(np.array(self.truth) == "real", 1.0, -1.0)
        return np.logaddexp(0.0, -sign * (self.logits - self.threshold))

    def hardest(self, count: int = 3) -> list[int]:
        """Return the marked images on which the discriminator errs most, worst first."""
        errors = self.errors()
        return sorted(self.marked(), key=lambda i: -errors[i])[:count]

    def result(self) -> str:
        """Say in words how the round stands, without giving away images that have no mark."""
        (right, of), says = self.score(), self.verdicts()
        if not of:
            return "Mark at least one image first."
        lines = [f"You: {right} of {of} right. Discriminator: {self.discriminator_score()[0]} of {of} right."]
        lines += [
            f"Hard for the discriminator: image {i + 1}. It said {says[i]}, you said {self.marks[i]}; "
            f"the image is {self.truth[i]}."
            for i in self.hardest()
        ]
        return "\n".join([*lines, f"Images without a mark: {self.count - of}."])

    def _rows(self, rows: Mapping[str, Sequence[int]], columns: int, title: str) -> Figure:
        """Draw rows of images of the round, with the number of each image below it, counted from 1."""
        rows = {name: list(indices) for name, indices in rows.items() if indices}
        shown = {name: self.images[indices] for name, indices in rows.items()}
        figure = plotting.row_grid(shown, columns=columns, title=title)
        side = self.images.shape[2]
        for axes, indices in zip(figure.axes, rows.values(), strict=True):
            middles = [place * (side + 1) + (side - 1) / 2 for place in range(len(indices))]
            axes.set_xticks(middles, [str(i + 1) for i in indices])
            axes.tick_params(length=0, labelsize=9)
        width, height = figure.get_size_inches()
        figure.set_size_inches(width, height + 0.22 * len(rows))
        return figure

    def sheet(self, columns: int = 6) -> Figure:
        """Draw the images of the round, numbered row by row, and nothing of what they are."""
        parts = [range(self.count)[first : first + columns] for first in range(0, self.count, columns)]
        rows = {f"{part[0] + 1} to {part[-1] + 1}": part for part in parts}
        return self._rows(rows, columns, title="Real or generated?")

    def picture(self) -> Figure:
        """Draw the marked images (at least one), numbered, sorted by what they are, and the hardest ones."""
        rows = {kind: [i for i in self.marked() if self.truth[i] == kind] for kind in KINDS}
        return self._rows(rows | {"hardest": self.hardest()}, self.count, title="What they are")


def show(game: Game) -> Panel:
    """Return the images with two buttons each, a score button, a new round, and the result."""
    faces = [widgets.Image(format="png", width=84, height=84) for _ in range(game.count)]
    choices = [
        widgets.ToggleButtons(options=KINDS, description=f"Image {i + 1}", style={"button_width": "5em"})
        for i in range(game.count)
    ]
    message, answer = widgets.HTML(), widgets.Image(format="png")
    score = widgets.Button(description="Show the score", button_style="primary")
    again = widgets.Button(description="New round")

    def fill() -> None:
        for i, (face, choice) in enumerate(zip(faces, choices, strict=True)):
            face.value = as_png(plotting.sample_grid(game.images[i : i + 1]))
            choice.disabled, choice.value = False, None
        message.value = "Which images are real digits, which did the generator draw?"
        answer.layout.display = "none"

    def reveal(_: widgets.Button) -> None:
        message.value = game.result().replace("\n", "<br>")
        if game.marked():
            answer.value, answer.layout.display = as_png(game.picture()), ""
        for i in game.marked():
            choices[i].disabled = True

    def deal(_: widgets.Button) -> None:
        try:
            game.deal()
            fill()
        except ValueError as error:
            message.value = f"No new round. {error}"

    for i, choice in enumerate(choices):
        choice.observe(lambda change, i=i: game.mark(i, change["new"]), names="value")
    score.on_click(reveal)
    again.on_click(deal)
    fill()
    cells = [*map(widgets.VBox, zip(faces, choices, strict=True))]
    board = widgets.GridBox(cells, layout={"grid_template_columns": "repeat(auto-fill, 13em)"})
    return Panel([board, widgets.HBox([score, again]), message, answer])
