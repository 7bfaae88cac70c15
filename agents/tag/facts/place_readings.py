"""A text with the names of the gazetteer in it, toponyms or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agents.tag.facts.gazetteer import ABBREVIATION, Place
from agents.tag.facts.place_names import place_names
from agents.tag.facts.tagger import Tagged, tag_names
from agents.tag.facts.words import Word, words_of


class Candidate(NamedTuple):
    """Words `first` to `last` (inclusive) as a name of `places`."""

    first: int
    last: int
    places: tuple[Place, ...]


class Reading(NamedTuple):
    """A text with the names of the gazetteer in it, toponyms or not."""

    words: Sequence[Word]
    candidates: list[Candidate]
    tagged: Tagged
    around: Counter[str]
    """How often each country (alpha-2) stands in the text by name or adjective."""


def read(text: str) -> Reading:
    words = words_of(text)
    candidates = list(candidates_of(words, place_names(text)))
    countries = (candidate.places[0] for candidate in candidates if candidate.places[0].feature == "PCLI")
    return Reading(words, candidates, tag_names(text), Counter(place.country for place in countries if place.country))


def candidates_of(words: Sequence[Word], known: Mapping[tuple[int, int], tuple[Place, ...]]) -> Iterator[Candidate]:
    """The longest names of the gazetteer, from left to right."""
    end = -1
    for first, last in sorted(known, key=_longest_first):
        if first <= end:
            continue
        places = known[first, last]
        if ABBREVIATION in [place.how for place in places]:
            written_so = (first == last and words[first].text.isupper()) or words[last].gap == "."
            if not (written_so or _stopped(words, last)):
                places = tuple([place for place in places if place.how != ABBREVIATION])
        if places:
            end = last
            yield Candidate(first, last, places)


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    """Of names that begin at one word."""
    return span[0], -span[1]


def _stopped(words: Sequence[Word], last: int) -> bool:
    """Followed by the stop of an abbreviation: Tex., Calif."""
    return len(words[last].text) > 2 and last + 1 < len(words) and words[last + 1].gap.startswith(".")
