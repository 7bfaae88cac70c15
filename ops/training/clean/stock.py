"""Fictional lines in ten languages: what readers, editors and advertisers write around stories. The texts are in `stock.toml`."""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from agents.clean import body

FILE = Path(__file__).with_name("stock.toml")
HEADINGS = Path(body.__file__).with_name("headings.toml")
FALLBACK = "en"
SAMPLE = 20_000
"""Characters from which a page's language is told."""

_WORD = re.compile(r"\w+")


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def _lines() -> dict[str, dict[str, list[str]]]:
    """By language, then by kind."""
    return {language: lines for language, lines in _file().items() if isinstance(lines, dict)}


@cache
def _headings() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(HEADINGS.read_text("utf-8"))


def spoken(texts: Iterable[str]) -> str:
    """The stock's language that is most like the texts'; English for others."""
    words = Counter(_WORD.findall(" ".join(texts)[:SAMPLE].lower()))
    found = {language: sum(words[word] for word in lines["stop"]) for language, lines in _lines().items()}
    best = max(found, key=lambda language: found[language])
    return best if found[best] else FALLBACK


class Stock:
    """Lines of one language, drawn at random."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng = language, rng
        self._own = _lines()[language]

    def line(self, kind: str, title: str = "") -> str:
        return self.filled(self.rng.choice(self._own[kind]), title)

    def filled(self, text: str, title: str = "") -> str:
        """The line with its slots filled in."""
        rng = self.rng
        while "{name}" in text:
            text = text.replace("{name}", rng.choice(_file()["names"]), 1)
        return (
            text.replace("{date}", self.date())
            .replace("{n}", str(rng.randint(10, 40)))
            .replace("{title}", title)
            .replace("{place}", rng.choice(_file()["places"]))
            .replace("{site}", rng.choice(_file()["sites"]))
        )

    def lines(self, kind: str, number: int) -> list[str]:
        """So many different ones, or all there are, their slots not filled in."""
        return self.rng.sample(self._own[kind], min(number, len(self._own[kind])))

    def remark(self) -> str:
        """What a reader says: one to four sentences."""
        said = []
        for _ in range(self.rng.choice((1, 1, 2, 2, 3, 4))):
            parts = [self.line("middles")]
            if self.rng.random() < 0.7:
                parts.insert(0, self.line("openings"))
            if self.rng.random() < 0.3:
                parts[-1] += self.rng.choice((", ", " – ", "; ")) + self.line("middles")
            sentence = " ".join(parts)
            said.append(sentence[0].upper() + sentence[1:] + self.rng.choice((".", ".", ".", "!", "?", "...", "!!!")))
        text = f"{' '.join(said)} {self.line('closings')}".strip()
        return text.lower() if self.rng.random() < 0.08 else text

    def heading(self, kind: str) -> str:
        """Of the kind `discussion` or `stories`, as a page may write it."""
        rng = self.rng
        text = rng.choice([line for of, lines in _headings().items() if of.endswith(kind) for line in lines.get(self.language, ())])
        text = rng.choice((text.capitalize, text.capitalize, text.capitalize, text.title, text.upper))()
        return rng.choice(("{}", "{}", "{}", "{}:", "{} ({n})", "{n} {}", "{} »", "» {}", "[{}]")).format(
            text, n=rng.randint(2, 340)
        )

    def date(self) -> str:
        rng = self.rng
        day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2005, 2026)
        clock = f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
        return rng.choice(
            (
                f"{day:02}.{month:02}.{year}",
                f"{day:02}.{month:02}.{year} {clock}",
                f"{year}-{month:02}-{day:02} {clock}",
                f"{day}/{month}/{year}",
                f"{month}/{day}/{year % 100:02} {clock}",
                f"{day} May {clock}",
                f"March {day}, {year} at {day % 12 + 1}:{rng.randint(10, 59)} pm",
                f"{day} Oct {year}",
                f"{rng.randint(2, 23)} h",
                clock,
            )
        )
