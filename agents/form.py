"""Which form of the code an installation runs: what `ops/compile.py` compiled, or the sources as they stand."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec

AMONG_THE_COMPILED = "agents.tag.triggers"
"""Modules are compiled all together or not at all."""


def form() -> str:
    """`compiled` or `pure Python`, by the file that Python would load."""
    found = find_spec(AMONG_THE_COMPILED)
    return "compiled" if found and found.origin and found.origin.endswith(tuple(EXTENSION_SUFFIXES)) else "pure Python"
