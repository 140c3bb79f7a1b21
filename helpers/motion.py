"""Training seen moving: small GIFs, shown as the output of one cell."""

import base64
import html
import io
import math
from collections.abc import Mapping, Sequence

from helpers.images import check_images, to_uint8

import numpy as np
from PIL import Image, ImageDraw

MOST_BYTES = 400_000


class Movie:
    """A GIF that a notebook shows: ``data`` holds its bytes, ``alt`` what it shows, in words."""

    def __init__(self, data: bytes, alt: str) -> None:
        self.data, self.alt = data, alt

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        source = f"data:image/gif;base64,{base64.b64encode(self.data).decode()}"
        return {
            "text/html": f'<img src="{source}" alt="{html.escape(self.alt)}">',
            "text/plain": f"<movie: {self.alt}>",
        }


def gif(frames: Sequence[np.ndarray], alt: str, milliseconds: int = 150, colours: int = 32) -> Movie:
    """Return a GIF of pictures that lasts a second longer on its first and its last frame, and repeats.

    Parameters
    ----------
    frames
        ``uint8`` arrays of one shape, (height, width) or (height, width, 3).
    alt
        What the movie shows, for those who cannot see it.
    milliseconds
        How long each frame stays.
    colours
        How many colours all frames share, 4 to 256; fewer are taken if the file would be too large.

    Raises
    ------
    ValueError
        If there are fewer than two frames, or the file is larger than 400 kB even with few colours.
    """
    if len(frames) < 2:
        raise ValueError(f"A movie needs at least two frames, not {len(frames)}.")
    pictures = [Image.fromarray(np.asarray(frame)).convert("RGB") for frame in frames]
    thinned = np.concatenate([np.asarray(picture)[::3, ::3] for picture in pictures])
    times = [milliseconds] * len(pictures)
    times[0] += 1000
    times[-1] += 1000
    while True:
        palette = Image.fromarray(thinned).quantize(colours)  # one for all frames
        shown = [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures]
        file = io.BytesIO()
        shown[0].save(file, "GIF", save_all=True, append_images=shown[1:], duration=times, loop=0)
        if file.tell() <= MOST_BYTES:
            return Movie(file.getvalue(), alt)
        if colours < 8:
            raise ValueError(
                f"The movie has {file.tell() / 1000:.0f} kB, more than {MOST_BYTES / 1000:.0f}: take fewer "
                "frames, fewer images or a smaller scale."
            )
        colours //= 2


def movie(
    snapshots: Mapping[int, np.ndarray],
    alt: str,
    columns: int = 10,
    scale: int = 2,
    milliseconds: int = 150,
    colours: int = 32,
) -> Movie:
    """Return the movie of `training.Snapshots`: what fixed inputs give at each step, with the step above.

    Parameters
    ----------
    snapshots
        ``{step: images}``, images of shape ``(n, height, width, channels)`` in [-1, 1].
    alt, milliseconds, colours
        As for `gif`.
    columns
        Images in a row.
    scale
        How many screen pixels high and wide a pixel is.

    Raises
    ------
    TypeError, ValueError
        As `helpers.images.check_images` and `gif`.
    """
    frames = []
    for step, images in sorted(snapshots.items()):
        images = to_uint8(check_images(images))
        count, height, width, _ = images.shape
        rows = math.ceil(count / columns)
        canvas = np.full((rows * (height + 1), columns * (width + 1), 3), 255, np.uint8)
        for index, image in enumerate(images):
            top, left = (index // columns) * (height + 1), (index % columns) * (width + 1)
            canvas[top : top + height, left : left + width] = image
        canvas = canvas.repeat(scale, axis=0).repeat(scale, axis=1)
        frame = Image.new("RGB", (canvas.shape[1], canvas.shape[0] + 18), "white")
        frame.paste(Image.fromarray(canvas), (0, 18))
        ImageDraw.Draw(frame).text((2, 3), f"step {step:,}", fill="black")
        frames.append(np.asarray(frame))
    return gif(frames, alt, milliseconds, colours)
