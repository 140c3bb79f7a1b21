"""The data of the course, one module for each kind, and batches of them; no network needed."""

from helpers.data.batches import batches
from helpers.data.digits import PARTS, load_digits, load_full_digits, stack_digits
from helpers.data.emoji import CATEGORIES, EMOJI_SIZES, NAMEABLE, TONES, EmojiRecord, load_emoji
from helpers.data.faces import FACE_COLOURS, FACE_PARTS, draw_faces, face_choices, render_faces
from helpers.data.photographs import PHOTOGRAPHS, load_crops
from helpers.data.points import POINT_SETS, PointSet, point_set
from helpers.data.words import ALPHABET, decode_names, encode_names, load_names

__all__ = ["ALPHABET", "CATEGORIES", "EMOJI_SIZES", "FACE_COLOURS", "FACE_PARTS", "NAMEABLE", "PARTS"]
__all__ += ["PHOTOGRAPHS", "POINT_SETS", "TONES", "EmojiRecord", "PointSet", "batches", "decode_names"]
__all__ += ["draw_faces", "encode_names", "face_choices", "load_crops", "load_digits", "load_emoji"]
__all__ += ["load_full_digits", "load_names", "point_set", "render_faces", "stack_digits"]
