"""Persons and organizations that a text names, each with what they are: country and sectors by PLOVER's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agents.tag.facts.countries import alpha3_of, country_of_key
from agents.tag.facts.known_names import (
    KnownName,
    leaders_by_name,
    leaders_by_surname,
    leading_surnames,
    listed_organizations,
    openings_of_organizations,
    organizations_by_name,
    sector_words,
)
from agents.tag.facts.name_lists import TITLES
from agents.tag.facts.places import PlaceHit
from agents.tag.facts.tagger import NameSpan, Tagged, tag_names
from agents.tag.facts.word_index import where
from agents.tag.facts.words import Word, key_of, words_of
from schemas.event import ActorKind
from schemas.plover import Sector


class ActorHit(NamedTuple):
    """One mention. `name` is the same for all mentions of one actor: the fullest form, or the list's."""

    start: int
    end: int
    text: str
    name: str
    kind: ActorKind
    country: str | None
    """ISO 3166 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC."""
    sectors: tuple[Sector, ...]


def find_actors(text: str, places: Sequence[PlaceHit] = (), tagged: Tagged | None = None) -> list[ActorHit]:
    """Persons and organizations in the order of the text, none overlapping. `places`: those found in it, which tell countries;
    `tagged`: names that another model found."""
    words, tagged = words_of(text), tagged or tag_names(text)
    spans: list[tuple[NameSpan, KnownName | None]] = [*_listed(text, words, tagged)]
    taken = {i for span, _ in spans for i in range(span.first, span.last + 1)}
    spans += [(span, None) for span in _named(text, words, tagged) if taken.isdisjoint(range(span.first, span.last + 1))]
    spans += [(span, None) for span in _surnames_again(text, words, spans, tagged)]
    hits: list[ActorHit] = []
    persons: dict[str, ActorHit] = {}
    organizations: dict[str, ActorHit] = {}
    for span, known in sorted(spans, key=lambda pair: pair[0].start):
        if known:
            shown = text[span.start : span.end]
            owner = _owner(shown, known, text, places)
            hit = ActorHit(span.start, span.end, shown, owner.name, owner.kind, owner.country, owner.sectors)
        elif span.kind == "PER":
            hit = _person(text, words, span, persons)
        else:
            hit = _organization(text, words, span, places, organizations)
        hits.append(hit)
    return hits


def _owner(shown: str, first: KnownName, text: str, places: Sequence[PlaceHit]) -> KnownName:
    """Of those that bear a name, the one that the text names in full, or whose country it names: RSF in Sudan are no reporters."""
    owners = organizations_by_name()[key_of(shown)]
    if len(owners) == 1:
        return first
    named = next((owner for owner in owners if owner.name != shown and owner.name in text), None)
    if named is not None:
        return named
    countries = {alpha3_of(hit.country) for hit in places if hit.country}
    return next((owner for owner in owners if owner.country in countries), first)


def _named(text: str, words: Sequence[Word], tagged: Tagged) -> Iterator[NameSpan]:
    """What the model names, less what names a country or nationality alone; and a leader's surname after a title."""
    for span in tagged.spans:
        if span.kind == "PER" or (
            span.kind == "ORG" and country_of_key(" ".join([words[i].key for i in range(span.first, span.last + 1)])) is None
        ):
            yield span
    for i in where(text, leading_surnames()):
        word = words[i]
        if word.capital and i and i not in tagged.at and words[i - 1].key in TITLES:
            yield NameSpan(word.start, word.end, "PER", i, i)


_LONGEST_ORGANIZATION = 7


def _listed(text: str, words: Sequence[Word], tagged: Tagged) -> Iterator[tuple[NameSpan, KnownName]]:
    """Mentions of well-known organizations. A single word that is no acronym must also be an organization to the model."""
    known = listed_organizations()
    organizations = {i for span in tagged.spans if span.kind == "ORG" for i in range(span.first, span.last + 1)}
    end = -1
    for i in where(text, openings_of_organizations()):
        word = words[i]
        if i <= end or not (word.capital or word.key == "al"):
            continue
        key, best = "", None
        for j in range(i, min(i + _LONGEST_ORGANIZATION, len(words))):
            if j > i and words[j].gap not in (" ", "-", ".", ". ", "'", "’", " & "):
                break
            key = words[j].key if j == i else f"{key} {words[j].key}"
            if found := known.get(key):
                best = (j, found)
        if best is None:
            continue
        last, found = best
        stop = words[last].end + (
            found.spelling is not None and text[words[last].end : words[last].end + 1] == "." and words[last].gap == "."
        )
        if (
            found.spelling
            and "." not in found.spelling
            and text[word.start : stop].replace(".", "") not in (found.spelling, found.spelling.replace(".", ""))
        ):
            continue
        if last == i and i not in organizations and found.spelling is None:
            continue
        longer = tagged.at.get(i)
        if longer and longer.kind != "LOC" and last <= longer.last and longer.last - longer.first > last - i:
            continue
        end = last
        yield NameSpan(word.start, stop, "ORG", i, last), found


def _surnames_again(
    text: str, words: Sequence[Word], spans: Sequence[tuple[NameSpan, KnownName | None]], tagged: Tagged
) -> Iterator[NameSpan]:
    """Later mentions by surname alone of a person named in full before, where the model saw no name or a place."""
    persons = [span for span, known in spans if known is None and span.kind == "PER"]
    leaders = leaders_by_surname()
    full = {words[span.last].key: span for span in persons if span.last > span.first or words[span.last].key in leaders}
    if not full:
        return
    taken = {i for span, _ in spans for i in range(span.first, span.last + 1)}
    places = {i for span in tagged.spans if span.kind == "LOC" and span.first != span.last for i in (span.first, span.last)}
    for i in where(text, frozenset(full)):
        word = words[i]
        if i > full[word.key].last and i not in taken and i not in places and word.capital and len(word.text) > 2:
            beside = i + 1 < len(words) and words[i + 1].gap == " " and words[i + 1].capital
            if not beside:
                yield NameSpan(word.start, word.end, "PER", i, i)


def _person(text: str, words: Sequence[Word], span: NameSpan, persons: dict[str, ActorHit]) -> ActorHit:
    """A person, the same as one named in full before whose surname (or, where alone, given name) it is."""
    shown = text[span.start : span.end]
    keys = [words[i].key for i in range(span.first, span.last + 1)]
    before = persons.get(keys[-1])
    if before and (len(keys) == 1 or before.name.casefold().endswith(shown.casefold())):
        return before._replace(start=span.start, end=span.end, text=shown)
    leader = leaders_by_name().get(" ".join(keys)) or (leaders_by_surname().get(keys[0]) if len(keys) == 1 else None)
    if leader:
        hit = ActorHit(span.start, span.end, shown, leader.name, leader.kind, leader.country, leader.sectors)
    else:
        hit = ActorHit(span.start, span.end, shown, shown, ActorKind.PERSON, *_described(words, span))
    persons[keys[-1]] = hit
    if len(keys) > 1:
        persons.setdefault(keys[0], hit)
    return hit


def _described(words: Sequence[Word], span: NameSpan) -> tuple[str | None, tuple[Sector, ...]]:
    """Country and sector by what stands before ("Russian President X") or after a comma ("X, the Russian president, ...")."""
    titles = sector_words()["title"]
    country: str | None = None
    sector: Sector | None = None
    former = False
    for i in range(span.first - 1, max(-1, span.first - 7), -1):
        word, following = words[i], words[i + 1]
        if (
            following.gap not in (" ", ". ", "-", ", ")
            or (following.gap == ", " and sector is None)
            or word.key in ("and", "said", "by", "with")
        ):
            break
        if i == span.first - 1 and word.key not in titles and not (word.capital and country_of_key(word.key)):
            break
        sector = sector or titles.get(word.key)
        former = former or word.key in ("former", "ex", "ousted", "deposed")
        if word.capital and country is None and (found := country_of_key(word.key)):
            country = found.alpha3
    if sector is None and span.last + 2 < len(words) and words[span.last + 1].gap in (", ", " ("):
        for i in range(span.last + 1, min(span.last + 9, len(words))):
            word = words[i]
            if i > span.last + 1 and word.gap not in (" ", "-", "’", "'"):
                break
            if word.key in ("who", "said", "told", "was", "is", "and"):
                break
            if word.capital and country is None and (found := country_of_key(word.key)):
                country = found.alpha3
            sector = sector or titles.get(word.key)
            former = former or word.key in ("former", "ex")
        if sector is None:
            country = None
    if sector is None:
        return country, ()
    return country, (Sector.ELI,) if former and sector in (Sector.GOV, Sector.LEG, Sector.MIL) else (sector,)


_KIND_OF_SECTOR = {
    Sector.GOV: ActorKind.GOVERNMENT, Sector.COP: ActorKind.GOVERNMENT, Sector.JUD: ActorKind.GOVERNMENT, Sector.MIL:
    ActorKind.GOVERNMENT,
    Sector.LEG: ActorKind.GOVERNMENT, Sector.SPY: ActorKind.GOVERNMENT, Sector.REB: ActorKind.GROUP,
}  # fmt: skip


def _organization(
    text: str, words: Sequence[Word], span: NameSpan, places: Sequence[PlaceHit], organizations: dict[str, ActorHit]
) -> ActorHit:
    """An organization, with sector by the last telling word of its name, and country by an adjective or place in or before it."""
    shown = text[span.start : span.end]
    name = shown.removeprefix("The ").removeprefix("the ")
    key = key_of(name)
    if before := organizations.get(key):
        return before._replace(start=span.start, end=span.end, text=shown)
    table = sector_words()["organization"]
    sector = next((table[words[i].key] for i in range(span.last, span.first - 1, -1) if words[i].key in table), None)
    country = _country_of(words, span, places)
    kind = _KIND_OF_SECTOR.get(sector, ActorKind.ORGANIZATION) if sector else ActorKind.ORGANIZATION
    hit = ActorHit(span.start, span.end, shown, name, kind, country, (sector,) if sector else ())
    organizations[key] = hit
    if span.last > span.first:
        initials = "".join(words[i].key[0] for i in range(span.first, span.last + 1) if words[i].capital)
        organizations.setdefault(initials, hit)
    return hit


def _country_of(words: Sequence[Word], span: NameSpan, places: Sequence[PlaceHit]) -> str | None:
    for i in range(max(0, span.first - 1), span.last + 1):
        near = i >= span.first or words[span.first].gap in (" ", "’s ", "'s ")
        if near and words[i].capital and (found := country_of_key(words[i].key)):
            return found.alpha3
    inside = [place for place in places if span.start <= place.start and place.end <= span.end]
    return alpha3_of(inside[0].country) if inside else None
