"""Diagrams of pages 05 and 05b: who moves in each half of a step, and what makes a run repeatable."""

import itertools
from collections.abc import Callable

import numpy as np

from notebooks.figures.parts import digit
from notebooks.figures.svg import D_COLOUR, FAKE_COLOUR, G_COLOUR, INK, PALE, REAL_COLOUR, Diagram


def _image(d: Diagram, x: float, y: float, image: np.ndarray, words: str, colour: str) -> None:
    d.box(x, y, 76, 76, colour=colour)
    d.pixels(x + 4, y + 4, 68, image)
    d.text(x + 38, y - 14, words, bold=True)


def _fake() -> np.ndarray:
    """Return a blot that is no digit yet: two digits at once."""
    return (digit(3) + digit(5)) / 2


def _tape(d: Diagram, x: float, y: float, width: float, height: float) -> None:
    """Draw what one tape records."""
    d.box(x, y, width, height, colour=PALE)
    d.text(x + 12, y + 17, "recorded by the tape", colour=INK, size=13, anchor="start", italic=True)


def turns() -> Diagram:
    """Draw one step as two halves: in each, one network moves and the other is held."""
    alt = "A step: first the discriminator moves and the generator is held, then the other way round."
    d = Diagram(900, 275, alt)
    d.box(20, 96, 124, 70, "real images\nand noise")
    d.arrow([(148, 131), (184, 131)])
    d.box(190, 24, 306, 206, colour=D_COLOUR)
    d.text(343, 46, "first half: the discriminator's", colour=D_COLOUR, bold=True)
    d.network(208, 84, 116, 84, "generator", G_COLOUR, widens=True, held=True)
    d.network(348, 84, 130, 84, "discriminator", D_COLOUR, widens=False)
    d.text(266, 190, "held still")
    d.text(413, 190, "moves", colour=D_COLOUR, bold=True)
    d.arrow([(500, 131), (532, 131)])
    d.box(538, 24, 306, 206, colour=G_COLOUR)
    d.text(691, 46, "second half: the generator's", colour=G_COLOUR, bold=True)
    d.network(556, 84, 116, 84, "generator", G_COLOUR, widens=True)
    d.network(696, 84, 130, 84, "discriminator", D_COLOUR, widens=False, held=True)
    d.text(614, 190, "moves", colour=G_COLOUR, bold=True)
    d.text(761, 190, "held still")
    d.text(266, 212, "draws", size=13)
    d.text(761, 212, "judges, and passes on", size=13)
    d.arrow([(848, 131), (874, 131), (874, 258), (82, 258), (82, 170)])
    d.text(470, 242, "next batch", size=13, italic=True)
    return d


def d_half() -> Diagram:
    """Draw the discriminator's half of a step."""
    alt = "The tape records the discriminator only; the gradient of d_loss goes back into it and ends there."
    d = Diagram(900, 330, alt)
    _tape(d, 462, 16, 426, 298)
    d.box(20, 206, 92, 60, "noise\n24 numbers", size=13)
    d.arrow([(116, 236), (142, 236)])
    d.network(148, 186, 132, 100, "generator", G_COLOUR, widens=True, held=True)
    d.text(214, 304, "draws, held still", size=13)
    d.arrow([(284, 236), (318, 236)], FAKE_COLOUR)
    _image(d, 322, 198, _fake(), "fake_images", FAKE_COLOUR)
    _image(d, 322, 66, digit(7), "real_images", REAL_COLOUR)
    d.arrow([(402, 104), (440, 104), (484, 144)], REAL_COLOUR)
    d.arrow([(402, 236), (440, 236), (484, 196)], FAKE_COLOUR)
    d.network(490, 110, 142, 120, "discriminator", D_COLOUR, widens=False)
    d.text(561, 248, "moves", colour=D_COLOUR, bold=True)
    d.arrow([(636, 154), (664, 130)], REAL_COLOUR)
    d.arrow([(636, 186), (664, 212)], FAKE_COLOUR)
    d.box(668, 104, 88, 40, "real_logits", size=13)
    d.box(668, 196, 88, 40, "fake_logits", size=13)
    d.arrow([(760, 124), (784, 146)], REAL_COLOUR)
    d.arrow([(760, 216), (784, 194)], FAKE_COLOUR)
    d.box(788, 138, 90, 64, "d_loss\nreal 1, fake 0", D_COLOUR, size=12)
    d.arrow([(833, 134), (833, 70), (561, 70), (561, 122)], D_COLOUR, dashed=True)
    d.text(697, 56, "gradient for D's weights", colour=D_COLOUR, size=13)
    return d


def g_half() -> Diagram:
    """Draw the generator's half of a step."""
    alt = "The tape records both networks; the gradient of g_loss goes back through D, held still, into G."
    d = Diagram(900, 305, alt)
    _tape(d, 132, 16, 756, 274)
    d.box(20, 92, 92, 60, "noise\n24 numbers", size=13)
    d.arrow([(116, 122), (154, 122)])
    d.network(160, 72, 132, 100, "generator", G_COLOUR, widens=True)
    d.text(226, 52, "moves", colour=G_COLOUR, bold=True)
    d.arrow([(296, 122), (338, 122)], FAKE_COLOUR)
    _image(d, 342, 84, _fake(), "fake_images", FAKE_COLOUR)
    d.arrow([(422, 122), (484, 122)], FAKE_COLOUR)
    d.network(490, 62, 142, 120, "discriminator", D_COLOUR, widens=False, held=True)
    d.text(561, 44, "used, held still", size=13)
    d.arrow([(636, 122), (664, 122)], FAKE_COLOUR)
    d.box(668, 102, 88, 40, "fake_logits", size=13)
    d.arrow([(760, 122), (784, 122)], FAKE_COLOUR)
    d.box(788, 90, 90, 64, "g_loss\nfake as 1", G_COLOUR, size=12)
    through = [(833, 158), (833, 236), (588, 236), (588, 148), (534, 148), (534, 236), (226, 236), (226, 164)]
    d.arrow(through, G_COLOUR, dashed=True)
    d.text(712, 254, "back through D", colour=G_COLOUR, size=13)
    d.text(380, 254, "gradient for G's weights", colour=G_COLOUR, size=13)
    return d


def shared() -> Diagram:
    """Draw the step of the course's class: one drawing of images, two losses, two gradients."""
    alt = "One forward pass gives both losses; d_loss changes D, and g_loss, back through D, changes G."
    d = Diagram(900, 400, alt)
    _tape(d, 132, 16, 756, 368)
    d.box(20, 226, 92, 60, "noise\n24 numbers", size=13)
    d.arrow([(116, 256), (154, 256)])
    d.network(160, 206, 132, 100, "generator", G_COLOUR, widens=True)
    d.arrow([(296, 256), (330, 256)], FAKE_COLOUR)
    _image(d, 334, 218, _fake(), "fake_images", FAKE_COLOUR)
    _image(d, 334, 84, digit(7), "real_images", REAL_COLOUR)
    d.text(372, 308, "drawn once", size=13, italic=True)
    d.arrow([(414, 122), (450, 122), (486, 164)], REAL_COLOUR)
    d.arrow([(414, 256), (450, 256), (486, 214)], FAKE_COLOUR)
    d.network(492, 128, 140, 122, "discriminator", D_COLOUR, widens=False)
    d.arrow([(636, 172), (670, 144)], REAL_COLOUR)
    d.arrow([(636, 206), (670, 234)], FAKE_COLOUR)
    d.box(674, 116, 84, 40, "real_logits", size=13)
    d.box(674, 222, 84, 40, "fake_logits", size=13)
    d.arrow([(762, 136), (784, 136)], REAL_COLOUR)
    d.arrow([(762, 230), (800, 174)], FAKE_COLOUR)
    d.arrow([(762, 250), (784, 250)], FAKE_COLOUR)
    d.box(788, 106, 88, 60, "d_loss", D_COLOUR)
    d.box(788, 222, 88, 60, "g_loss", G_COLOUR)
    d.arrow([(832, 102), (832, 62), (562, 62), (562, 140)], D_COLOUR, dashed=True)
    d.text(697, 48, "changes D", colour=D_COLOUR, size=13)
    through = [(832, 286), (832, 346), (590, 346), (590, 216), (536, 216), (536, 346), (226, 346), (226, 298)]
    d.arrow(through, G_COLOUR, dashed=True)
    d.text(712, 364, "back through D", colour=G_COLOUR, size=13)
    d.text(380, 364, "changes G", colour=G_COLOUR, size=13)
    return d


def frozen() -> Diagram:
    """Draw when each Keras reads the flag: at compile, or at the first train_on_batch."""
    alt = "Old Keras read the flag at compile, when it said True; Keras 3 reads it at the first call: False."
    d = Diagram(900, 290, alt)
    places = (150, 346, 542, 738)
    lines = ("discriminator\n.compile(...)", "discriminator\n.trainable = False", "combined\n.compile(...)")
    for x, words in zip(places, (*lines, "discriminator\n.train_on_batch(...)"), strict=True):
        d.box(x - 82, 92, 164, 56, words, size=13)
    for start, end in itertools.pairwise(places):
        d.arrow([(start + 84, 120), (end - 86, 120)])
    d.text(20, 28, "the flag says", anchor="start", size=13, italic=True)
    d.text(150, 28, "True", colour=REAL_COLOUR, bold=True)
    d.curve([206, 850], [50, 50], colour=PALE, width=1)
    d.curve([96, 204], [50, 50], colour=REAL_COLOUR, width=6)
    d.curve([346, 850], [50, 50], colour=D_COLOUR, width=6)
    d.text(600, 28, "False", colour=D_COLOUR, bold=True)
    d.curve([346, 346], [50, 88], colour=PALE, dashed=True, width=1)
    d.arrow([(150, 236), (150, 152)], REAL_COLOUR)
    d.text(150, 262, "early Keras reads it here:\nthe discriminator learns", size=13)
    d.arrow([(738, 236), (738, 152)], D_COLOUR)
    d.text(738, 262, "Keras 3 reads it here, once:\nthe discriminator never moves", size=13)
    return d


def chances() -> Diagram:
    """Draw the three sources of chance of a run, each with its seed."""
    alt = "Three sources of chance enter a run: first weights, order of the images, noise; each has a seed."
    d = Diagram(900, 250, alt)
    rows = [
        ("first weights", "profile.set_seed(1)", D_COLOUR),
        ("order of the images", "data.batches(..., seed=1)", REAL_COLOUR),
        ("noise", "GAN(..., seed=1)", G_COLOUR),
    ]
    for number, (what, how, colour) in enumerate(rows):
        y = 24 + 70 * number
        d.box(24, y, 200, 50, what, colour)
        d.arrow([(228, y + 25), (296, y + 25)], colour)
        d.box(300, y, 226, 50, how, colour, size=13)
        d.arrow([(530, y + 25), (610, 110 + 9 * number)], colour)
    d.box(616, 84, 120, 70, "fit(...)")
    d.arrow([(740, 119), (776, 119)])
    d.box(780, 84, 96, 70, "weights\nafter the run")
    d.text(450, 232, "all three seeds the same: the same weights, on the same machine", size=13, italic=True)
    return d


def checkpoint() -> Diagram:
    """Draw what a checkpoint must hold, and where it stands in an interrupted run."""
    alt = "A run of 30 steps is cut at 15; a file with weights, both optimisers, noise and position goes on."
    d = Diagram(900, 300, alt)
    d.text(20, 40, "in one go", anchor="start", bold=True)
    d.arrow([(150, 40), (860, 40)], INK, width=4)
    d.text(150, 64, "step 0", size=13)
    d.text(505, 64, "step 15", size=13)
    d.text(840, 64, "step 30", size=13)
    d.text(20, 120, "interrupted", anchor="start", bold=True)
    d.arrow([(150, 120), (400, 120)], D_COLOUR, width=4)
    d.text(424, 121, "x", colour=D_COLOUR, size=26, bold=True)
    d.arrow([(610, 120), (860, 120)], D_COLOUR, width=4)
    d.arrow([(400, 134), (446, 170)], INK)
    d.arrow([(566, 170), (606, 134)], INK)
    d.box(150, 172, 710, 108, colour=PALE)
    d.text(505, 192, "checkpoint", bold=True)
    parts = [("weights of\nboth networks", D_COLOUR), ("both optimisers:\naverages, step count", REAL_COLOUR)]
    parts += [
        ("counter of\nthe noise", G_COLOUR),
        ("position in the data\n(by the step count)", FAKE_COLOUR),
    ]
    for number, (words, colour) in enumerate(parts):
        d.box(164 + 173 * number, 210, 160, 56, words, colour, size=13)
    return d


FIGURES: dict[str, Callable[[], Diagram]] = {
    "05_turns": turns,
    "05_d_half": d_half,
    "05_g_half": g_half,
    "05_shared": shared,
    "05_frozen": frozen,
    "05b_chances": chances,
    "05b_checkpoint": checkpoint,
}
