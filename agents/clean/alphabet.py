"""A text as an array of code points, and which of them are letters or digits: whole texts are classified in microseconds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CODE_POINTS = 0x40000
"""Planes that hold letters (Unicode 17); beyond are tags, variation selectors and private use."""
ALPHANUMERIC: NDArray[np.bool_] = np.fromiter(map(str.isalnum, map(chr, range(CODE_POINTS))), bool, CODE_POINTS)
"""By code point: letters and digits of any script, what regular expressions call `\\w` but for the underscore."""


def code_points(text: str) -> NDArray[np.uint32]:
    """n characters -> n code points; lone surrogates count as `?`. Those beyond CODE_POINTS are for a table's `take` to clip."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), "<u4")
