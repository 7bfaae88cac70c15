"""Places that a text names, resolved to GeoNames."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from agents.tag.facts.countries import country_of_site
from agents.tag.facts.gazetteer import ABBREVIATION, ADJECTIVE, PEOPLE, Place
from agents.tag.facts.place_names import place_names
from agents.tag.facts.place_readings import Candidate, Reading, candidates_of, read
from agents.tag.facts.resolve import Mention, resolve
from agents.tag.facts.tagger import Tagged
from agents.tag.facts.toponyms import parts_of, score, telling_words
from agents.tag.facts.words import Word, is_spaced, word_set, words_of
from agents.tag.language import primary


class PlaceKind(StrEnum):
    NAME = "name"
    DEMONYM = "demonym"


class PlaceHit(NamedTuple):
    """One mention, and the place it means."""

    start: int
    end: int
    text: str
    kind: PlaceKind
    geonames_id: int
    name: str
    country: str | None
    admin1: str | None
    feature: str
    lat: float
    lon: float
    population: int
    held: bool = False
    """The gazetteer does not know the name: the place is the one that holds it."""
    tells_which: bool = False
    """A mention without the place's name tells which it is, all the same: "the Somali capital"."""

    @property
    def identity(self) -> tuple[int, str]:
        """What two mentions of one place share."""
        return self.geonames_id, self.text if self.held else ""


THRESHOLD = 0.5
"""Probability from which a name is taken for a place; between .4 and .6 F1 on the left-out documents is flat."""
THRESHOLD_LOGIT = math.log(THRESHOLD / (1 - THRESHOLD))


def find_places(
    text: str, *, url: str | None = None, language: str = "en", names: Sequence[tuple[int, int]] = ()
) -> list[PlaceHit]:
    """Mentions in their order, none overlapping. `names`: spans of persons and organizations, in which no place is looked for."""
    article = read(text)
    found = toponyms_of(article) if language.startswith("en") else toponyms_abroad(article, language)
    taken = [candidate for candidate in found if not _inside(article.words, candidate, names)]
    return _resolved(text, article, taken, url)


def locate(text: str, toponyms: Sequence[tuple[int, int]], url: str | None = None) -> list[PlaceHit]:
    """Places of spans that are known to name some; those that the gazetteer doesn't know are left out."""
    words = words_of(text)
    article = Reading(words, list(candidates_of(words, place_names(text))), Tagged((), {}, {}), Counter())
    return _resolved(text, article, [found for found in article.candidates if _inside(words, found, toponyms)], url)


def _resolved(text: str, article: Reading, taken: Sequence[Candidate], url: str | None) -> list[PlaceHit]:
    resolved = resolve(mentions_of(article, taken), country_of_site(url))
    return [_hit(text, article.words, candidate, place) for candidate, place in zip(taken, resolved, strict=True)]


def toponyms_of(article: Reading) -> list[Candidate]:
    """The names that are places where they stand, in English text."""
    words, telling = article.words, telling_words()
    return [
        candidate
        for candidate in article.candidates
        if not (candidate.first and words[candidate.first - 1].key in _ADDRESSES)
        and words[candidate.first].text not in _AS_ADDRESSES
        and not _is_seat(words, candidate)
        and not _begins_another_name(words, candidate)
        and not _ends_another_name(words, candidate)
        and score(parts_of(words, candidate.first, candidate.last, candidate.places, article.tagged, article.around, telling))
        > THRESHOLD_LOGIT
    ]


_ADDRESSES, _AS_ADDRESSES = word_set("mr mrs ms miss sir"), frozenset({"Ms", "Mr", "Mrs"})


def _is_seat(words: Sequence[Word], candidate: Candidate) -> bool:
    """Whether the White House is no town of that name, in whatever language: none whose state follows."""
    first, last = candidate.first, candidate.last
    named = words[last].key == "house" and last == first + 1 and words[first].key == "white"
    return named and (last + 1 == len(words) or words[last + 1].gap != ", ")


_NAMED_BY_COUNTRIES = word_set("sea strait 24")
_JOINING = word_set("de del da do dos di")
"""What joins the parts of one name."""
_GENERAL = word_set("bay gulf lake coast valley")
_GENERAL_NAMES = word_set("area coast region")
"""What such a noun is part of: the Bay Area."""


def _begins_another_name(words: Sequence[Word], candidate: Candidate) -> bool:
    """Whether a country only begins the name of what is no part of it, the South China Sea, the channel France 24, or a noun that
    of a stretch of land, the Bay Area."""
    following = words[candidate.last + 1] if candidate.last + 1 < len(words) else None
    if following is None or following.gap != " ":
        return False
    if following.key in _JOINING and candidate.last + 2 < len(words):
        return words[candidate.last + 2].gap == " " and words[candidate.last + 2].capital  # San Juan de Lurigancho
    if not (following.capital or following.text.isdigit()):
        return False
    if following.key in _GENERAL_NAMES and candidate.first == candidate.last:
        return words[candidate.first].key in _GENERAL
    return following.key in _NAMED_BY_COUNTRIES and candidate.places[0].feature == "PCLI"


_NAMED_AFTER = word_set("sea bay strait straits gulf cape")


def _ends_another_name(words: Sequence[Word], candidate: Candidate) -> bool:
    """Whether a name only ends that of a water: the Sea of Japan."""
    first = candidate.first
    return first > 1 and words[first - 1].key == "of" and words[first - 2].key in _NAMED_AFTER and words[first - 2].capital


_PREPOSITIONS = {
    "de": word_set("in aus nach bei von vor um uber durch bis"),
    "fr": word_set("a en de dans vers depuis pres"),
    "es": word_set("en a de desde hasta hacia cerca por"),
    "it": word_set("a in di da verso presso nel"),
    "pt": word_set("em de para no na do da ate"),
    "nl": word_set("in uit naar bij van rond"),
    "ru": word_set("в во из под около"),
    "uk": word_set("в у з із до під"),
    "pl": word_set("w z do we ze koło"),
    "tr": frozenset[str](),
}
"""Of other languages: what stands before a place, without accents as words are compared."""
KNOWN_PEOPLE, NEAR_PREPOSITION = 300_000, 15_000
"""Population from which a name in another language is taken for a place, without and with a preposition before it."""


def toponyms_abroad(article: Reading, language: str) -> list[Candidate]:
    """In other languages, by rule: large places, and smaller ones after a preposition, where no other capital stands beside."""
    words, taken = article.words, []
    prepositions = _PREPOSITIONS.get(primary(language), frozenset())
    for candidate in article.candidates:
        first, best = words[candidate.first], candidate.places[0]
        before = words[candidate.first - 1] if candidate.first else None
        after = words[candidate.last + 1] if candidate.last + 1 < len(words) else None
        beside = _cased(first) and (
            (before and before.capital and not before.opens and first.gap == " " and not first.opens)
            or (after and after.capital and after.gap == " ")
        )
        named = article.tagged.at.get(candidate.first)
        if named and named.kind == "PER" and named.last > named.first:
            continue
        fewest = NEAR_PREPOSITION if before and before.key in prepositions else KNOWN_PEOPLE
        if (
            best.how not in (ADJECTIVE, PEOPLE, ABBREVIATION)
            and _long_enough(words, candidate)
            and best.population >= fewest
            and not beside
        ):
            taken.append(candidate)
    return taken


def _long_enough(words: Sequence[Word], candidate: Candidate) -> bool:
    first = words[candidate.first]
    return len(first.text) > 2 if is_spaced(first.text) else candidate.last > candidate.first


def _cased(word: Word) -> bool:
    """Whether a capital says anything in the word's script."""
    return word.text[0].lower() != word.text[0].upper()


def _inside(words: Sequence[Word], candidate: Candidate, names: Sequence[tuple[int, int]]) -> bool:
    start, end = words[candidate.first].start, words[candidate.last].end
    return any(a <= start and end <= b for a, b in names)


def span_of(text: str, words: Sequence[Word], candidate: Candidate) -> tuple[int, int]:
    """Offsets of a candidate; the last stop of U.S., B.C. and Calif. belongs to it."""
    last = words[candidate.last]
    dotted = last.gap == "." or (candidate.places[0].how == ABBREVIATION and not last.text.isupper())
    end = last.end + (dotted and text[last.end : last.end + 1] == "." and len(last.text) < 6)
    return words[candidate.first].start, end


def mentions_of(article: Reading, taken: Sequence[Candidate]) -> list[Mention]:
    """Toponyms with the codes of the region or country right after them ("Paris, Texas"), which itself can only be a region."""
    words = article.words
    mentions = []
    container = False
    for n, candidate in enumerate(taken):
        previous, following = taken[n - 1] if n else None, taken[n + 1] if n + 1 < len(taken) else None
        regions = _regions(following) if following and _holds(words, candidate, following) else ()
        codes = _codes(regions) if regions else _NO_CODES
        if previous is not None and is_country_of(words, previous, candidate) and previous.places[0].country:
            codes |= {previous.places[0].country}
        places = (_regions(candidate) if container else ()) or candidate.places
        before = words[candidate.first - 1].key if candidate.first else ""
        if before == "of" and candidate.first > 1:
            before = words[candidate.first - 2].key
        after = words[candidate.last + 1].key if candidate.last + 1 < len(words) else ""
        key = words[candidate.first].key
        if candidate.first != candidate.last:
            key = " ".join([words[i].key for i in range(candidate.first, candidate.last + 1)])
        if places is not candidate.places or {"ADM1"}.issuperset([place.feature for place in places]):
            key = f"{key}, region"
        mentions.append(Mention(key, places, codes, before, after))
        container = bool(regions)
    return mentions


_NO_CODES = frozenset[str]()


def _codes(regions: Sequence[Place]) -> frozenset[str]:
    return frozenset(
        [place.country if place.feature == "PCLI" else f"{place.country}.{place.admin1}" for place in regions if place.country]
    )


_KINDS = word_set(
    """
    town city village state province region district county department governorate port capital island municipality area
    prefecture
    """
)
_LINKS = word_set("and or of in at on from to near for with by over against between outside who which that is was has")
_BETWEEN = 4
"""Words between a country and what lies in it."""


def is_country_of(words: Sequence[Word], country: Candidate, candidate: Candidate) -> bool:
    """Whether a country before a place is said to hold it: "Panama's eastern Darien", "the Nigerian state of Kano"."""
    if not 1 < candidate.first - country.last <= _BETWEEN + 1 or country.places[0].feature != "PCLI":
        return False
    between = words[country.last + 1 : candidate.first]
    if any(word.capital for word in between):
        return False
    if country.places[0].how == ADJECTIVE:
        return len(between) > 1 and between[-1].key == "of" and between[-2].key in _KINDS
    return between[0].key == "s" and between[0].gap in ("'", "’") and _LINKS.isdisjoint(word.key for word in between)


def _holds(words: Sequence[Word], candidate: Candidate, following: Candidate) -> bool:
    """A comma or bracket alone stands between a place and what may contain it."""
    return following.first == candidate.last + 1 and words[following.first].gap in (", ", " (")


def _regions(candidate: Candidate) -> tuple[Place, ...]:
    """The countries, states and counties of a name."""
    return tuple(
        place
        for place in candidate.places
        if (place.feature == "PCLI" and place.how not in (ADJECTIVE, PEOPLE)) or place.feature in ("ADM1", "ADM2")
    )


def _hit(text: str, words: Sequence[Word], candidate: Candidate, place: Place) -> PlaceHit:
    start, end = span_of(text, words, candidate)
    kind = PlaceKind.DEMONYM if place.how in (ADJECTIVE, PEOPLE) else PlaceKind.NAME
    return PlaceHit(
        start,
        end,
        text[start:end],
        kind,
        place.geonames_id,
        place.name,
        place.country,
        place.admin1,
        place.feature,
        place.lat,
        place.lon,
        place.population,
    )


_DISTANCE = re.compile(
    r"\b(\d+(?:[.,]\d+)?|a few|few|several|dozens of)[\s-]*(kilomet(?:er|re)s?|kms?|miles?|mi)\b[^.;:!?,\d\n]{0,40}?"
    r"\b(?:from|of|to|off|outside|north|south|east|west)\s+(?:the\s+)?(?:(?:capital|city|town|village|port),?\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_KM_PER_MILE = 1.609344


def distance_before(text: str, hit: PlaceHit) -> float | None:
    """Kilometres that the words before a place put between it and what is spoken of: "60 kilometers from Moscow" -> 60.0."""
    match = _DISTANCE.search(text[max(0, hit.start - 80) : hit.start])
    if not match or not match[1][0].isdigit():
        return None
    number = float(match[1].replace(",", "" if re.fullmatch(r"\d{1,3},\d{3}", match[1]) else "."))
    return round(number * _KM_PER_MILE, 1) if match[2].lower().startswith("mi") else number
