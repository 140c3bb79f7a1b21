"""Colour pictures packed into small files: sheets of tiles, each without loss, in an npz."""

import io

import numpy as np
from PIL import Image

COLUMNS = 16


def pack_pictures(groups: list[np.ndarray]) -> dict[str, np.ndarray]:
    """Return arrays for ``np.savez``: a sheet of at most 256 colours for each group of pictures.

    Parameters
    ----------
    groups
        Pictures that share colours: ``uint8`` arrays of shape ``(n, size, size, 3)``.
    """
    packed = {"counts": np.array([len(group) for group in groups])}
    for number, pictures in enumerate(groups):
        size, rows = pictures.shape[1], -(-len(pictures) // COLUMNS)
        tiles = np.full((rows * COLUMNS, size, size, 3), 255, dtype=np.uint8)
        tiles[: len(pictures)] = pictures
        sheet = tiles.reshape(rows, COLUMNS, size, size, 3).swapaxes(1, 2).reshape(rows * size, -1, 3)
        few = Image.fromarray(sheet).quantize(256, Image.Quantize.MEDIANCUT, kmeans=2, dither=0)
        packed[f"sheet{number}"] = encode(few.convert("RGB"), lossless=True)
    return packed


def unpack_pictures(packed: dict[str, np.ndarray], size: int) -> np.ndarray:
    """Return the pictures of all groups in order, ``uint8`` of shape ``(n, size, size, 3)``."""
    groups = []
    for number, count in enumerate(packed["counts"]):
        tiles = decode(packed[f"sheet{number}"]).reshape(-1, size, COLUMNS, size, 3).swapaxes(1, 2)
        groups.append(tiles.reshape(-1, size, size, 3)[:count])
    return np.concatenate(groups)


def encode(image: Image.Image, **options: object) -> np.ndarray:
    """Return a picture as the bytes of a WebP file, an ``uint8`` array."""
    file = io.BytesIO()
    image.save(file, format="WEBP", method=5, **options)
    return np.frombuffer(file.getvalue(), dtype=np.uint8)


def decode(file: np.ndarray) -> np.ndarray:
    """Return the pixels that `encode` stored, ``uint8`` of shape ``(height, width, 3)``."""
    return np.asarray(Image.open(io.BytesIO(file.tobytes())).convert("RGB"))
