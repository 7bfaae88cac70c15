"""Places told by no name: "the village", "the city", "the same district", "there" stand for one that was named before, "the Somali
capital" for one that need not be."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agents.tag.chunks import looks_verbal
from agents.tag.circumstances import within
from agents.tag.document import Document, Sentence
from agents.tag.facts.places import PlaceHit, PlaceKind
from agents.tag.facts.villages import capital_of, region_of
from agents.tag.role_words import is_role
from agents.tag.whereabouts import REGIONS, STRONG, governor, size_of
from agents.tag.words import BE, HAVE, SAYING, Tag, words

_BY_NAME = PlaceKind.NAME
_VILLAGES = words("village hamlet settlement community commune")
_DISTRICTS = words("district municipality township area suburb neighbourhood neighborhood island enclave camp")
_NOUNS = _VILLAGES | REGIONS | _DISTRICTS | words("town city capital country")
_REFERENCE = re.compile(
    r"[Tt](?<!\w.)(?:(?:he|(?<=t)hat|(?<=t)his) (?P<words>(?:(?:same|whole|entire|besieged|embattled) )?"
    rf"(?P<noun>{'|'.join(sorted(_NOUNS))}))|(?<=t)here)\b(?!-)"
)
"""A word's first letter, which is faster found than its border."""
_NO_PLACE = BE | HAVE | words("'s will would may might could can must should appeared seemed remains remained exists came")
"""What follows a "there" that names no place: "there was", "there may be"."""
_SEATS = words("government ministry embassy office officials spokesman spokeswoman authorities mission headquarters")
"""Who speaks from a place: "the government in Kyiv", "told reporters in Lima"."""
_SPOKE = words("statement speech interview conference briefing speaking spoke reporters journalists")
_SPEAKERS = words(
    "minister president premier spokesman spokeswoman ministry government lawmakers lawmaker parliament ambassador envoy "
    "secretary king queen cabinet party opposition senator senators chancellor emperor pope embassy"
)
"""Who speaks of what happened elsewhere; police and doctors rather of what happened where they are."""
_SPEAKING = SAYING | words(
    "condemned urged promised accused denied ordered rejected offered vowed warned called demanded thanked praised criticised "
    "criticized apologised apologized appealed refused pledged expressed welcomed insisted declined"
)
_SENTENCES = 3
"""Sentences back in which "there" looks for its place."""
_TOWNSFOLK, _VILLAGERS = 50_000, 100_000
"""Fewest people of a city, and most of a village."""
_BESIDE = 4
"""Words between who has his seat at a place and what he says."""
_REACH = 14
"""Words behind "In Lima," in which its verb stands."""


@dataclass(frozen=True)
class _Named:
    """A place where it was named; `called`: what the text says it is; `scene`: whether something may have happened there."""

    hit: PlaceHit
    called: frozenset[str]
    scene: bool


def referents(document: Document, places: Sequence[PlaceHit]) -> list[PlaceHit]:
    """The words that stand for a place, each as a mention of it, with the name that it goes by."""
    if not places:
        return []
    found = list(_capitals(document, places))
    history = [_Named(hit, frozenset({"capital"}), scene=True) for hit in found]
    read = 0  # sentences whose places the history has
    starts = [sentence.start for sentence in document.sentences]
    for match in _REFERENCE.finditer(document.text):
        noun = match["noun"] or "there"
        start = match.start("words") if match["words"] else match.start()
        sentence = document.sentences[bisect_right(starts, start) - 1]
        if not _refers(sentence, sentence.token_at(match.end() - 1)):
            continue
        for earlier in document.sentences[read : sentence.index + 1]:
            history += _names_of(earlier, places)
        read = max(read, sentence.index + 1)
        before = sorted((named for named in history if named.hit.start < start), key=_start_of)
        since = document.sentences[max(0, sentence.index - _SENTENCES)].dateline
        hit = _there([named for named in before if named.hit.start >= since]) if noun == "there" else _meant(noun, before)
        if hit is not None:
            found.append(hit._replace(start=start, end=match.end()))
            history.append(_Named(found[-1], frozenset(), scene=True))
    return sorted(found)


def _capitals(document: Document, places: Sequence[PlaceHit]) -> Iterator[PlaceHit]:
    """The capitals that go by their country alone: "in the | Somali capital |", "Peru's capital"; not those whose name follows."""
    if "capital" not in document.text:
        return
    for sentence in document.sentences:
        lower, tokens = sentence.words, sentence.tokens
        for at in [i for i, word in enumerate(lower) if word == "capital" and i]:
            owner = at - 2 if tokens[at - 1].tag is Tag.POSSESSIVE and at > 1 else at - 1
            start = sentence.start_of(owner)
            hit = next((hit for hit in within(places, sentence.start, sentence.end) if hit.start <= start < hit.end), None)
            after = at + 1 + (lower[at + 1 : at + 2] == ["city"])
            if hit is None or not (hit.kind is PlaceKind.DEMONYM or hit.feature.startswith("PCL")) or _is_named(sentence, after):
                continue
            if (capital := capital_of(hit)) is not None:
                yield capital._replace(end=sentence.end_of(after - 1), tells_which=True)


def _is_named(sentence: Sentence, after: int) -> bool:
    """Whether the name of a capital follows, or a noun that makes "capital" something else: capital markets."""
    following = [token.tag for token in sentence.tokens[after : after + 2]]
    if sentence.words[after : after + 1] in ([","], ["of"]):
        following = following[1:]
        return following == [Tag.NAME]
    return following[:1] in ([Tag.NAME], [Tag.WORD]) and not looks_verbal(sentence.tokens, after)


def _start_of(named: _Named) -> int:
    return named.hit.start


def _names_of(sentence: Sentence, places: Sequence[PlaceHit]) -> Iterator[_Named]:
    for hit in within(places, sentence.dateline, sentence.end):
        if hit.kind is _BY_NAME:
            yield _named(sentence, hit)


def _refers(sentence: Sentence, i: int) -> bool:
    """Whether a noun, or "there", names no place itself and nobody: not "there was", "the city of Goma", "the city council"."""
    lower = sentence.words
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if lower[i] == "there":
        return i > 0 and following not in _NO_PLACE
    if following == "of" or is_role(following):
        return False
    return not following or sentence.tokens[i + 1].tag is not Tag.NAME


def _named(sentence: Sentence, hit: PlaceHit) -> _Named:
    if hit.start < sentence.start:
        return _Named(hit, frozenset(), scene=True)  # its dateline
    first, last = sentence.token_at(hit.start), sentence.token_at(hit.end - 1)
    lower = sentence.words
    called = set(lower[max(0, first - 2) : first]) | set(lower[last + 1 : last + 2])
    if lower[last + 1 : last + 2] == [","] and lower[last + 2 : last + 3] in (["a"], ["an"], ["the"]):
        called.update(lower[last + 3 : last + 8])
    return _Named(hit, _NOUNS & called, not is_told_there(sentence, first) and governor(sentence, first) in STRONG)


def is_told_there(sentence: Sentence, first: int) -> bool:
    """Whether a place is rather where somebody speaks: "said in Lima", "the government in Kyiv", "In Rome, the minister urged"."""
    lower = sentence.words
    at = first - 1
    if at < 0 or lower[at] not in ("in", "from"):
        return False
    before = lower[at - 1] if at else ""
    if before in _SPOKE or before in SAYING:
        return True
    if before in _SEATS:
        around = (*lower[max(0, at - _BESIDE) : at], *lower[first + 1 : first + 1 + _BESIDE])
        return not _SPEAKING.isdisjoint(around)
    if at or "," not in lower[first + 1 : first + 5]:
        return False
    comma = lower.index(",", first)
    speaker = False
    for i in range(comma + 1, min(comma + _REACH, len(lower))):
        speaker = speaker or lower[i] in _SPEAKERS
        if lower[i] in _SPEAKING:
            return speaker
        if lower[i] in BE or lower[i] in HAVE:
            return False
    return False


def _there(before: Sequence[_Named]) -> PlaceHit | None:
    return next((named.hit for named in reversed(before) if named.scene), None)


def _meant(noun: str, before: Sequence[_Named]) -> PlaceHit | None:
    """The last place that the text has called so; else the last that may be one."""
    called = next((named.hit for named in reversed(before) if noun in named.called and _may_be(noun, named.hit)), None)
    if called is not None or noun in _DISTRICTS - {"area"}:
        return called
    if noun == "area":
        return _there([named for named in before if size_of(named.hit) != "country"])
    if noun == "capital":  # "Beijing paid": that is a government
        before = [named for named in before if named.scene]
    found = next((named.hit for named in reversed(before) if _may_be(noun, named.hit)), None)
    if found is None and noun in REGIONS - {"region"}:
        found = next((region_of(named.hit) for named in reversed(before) if size_of(named.hit) == "city"), None)
    return found


def _may_be(noun: str, hit: PlaceHit) -> bool:
    size = size_of(hit)
    if noun in REGIONS:
        return size == "region"
    if noun in _VILLAGES:
        return size == "city" and (hit.held or hit.population < _VILLAGERS)
    match noun:
        case "country":
            return size == "country"
        case "capital":
            return hit.feature == "PPLC"
        case "city":
            return size == "city" and not hit.held and hit.population >= _TOWNSFOLK
        case "town":
            return size == "city" and hit.feature != "PPLC"
        case _:
            return size in ("city", "region", "point")
