"""Names of months and weekdays in the languages of the world, as CLDR (Unicode) has them.

They are in `cldr.json`, which `python -m ops.cldr` writes; Unicode's notice is in `NOTICE.txt`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict

import orjson

FILE = Path(__file__).with_name("cldr.json")
NUKTA = "\u093c"


class Names(TypedDict):
    months: dict[str, dict[str, int]]
    """By language (two or three letters), then by name in lower case: 1 to 12."""
    aliases: dict[str, str]
    """Other codes of these languages."""
    weekdays: dict[str, list[list[str]]]
    """By language: in full and abbreviated, from Monday on."""


@cache
def load_names() -> Names:
    """Read once a process: some 2 ms."""
    names: Names = orjson.loads(FILE.read_bytes())
    return names


def plain(name: str) -> str:
    """In lower case, without the dot that Hindi sets beneath a letter or not: फ़रवरी, फरवरी."""
    return name.casefold().replace(NUKTA, "")


def months(language: str) -> Mapping[str, int]:
    """Names of months in lower case -> 1 to 12; empty where CLDR has none."""
    names = load_names()
    return names["months"].get(names["aliases"].get(language, language), {})


def weekdays(language: str) -> Sequence[Sequence[str]]:
    """Names in full and abbreviated, each from Monday on; empty where CLDR doesn't know the language."""
    return load_names()["weekdays"].get(language, ())
