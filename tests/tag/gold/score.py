"""How much of the gold sentences the coder gets right, a figure for each kind of answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from schemas.event import Event, Party
from tests.tag.gold.labels import GoldEvent, GoldParty, GoldSentence

Coder = Callable[[GoldSentence], list[Event]]


@dataclass
class Figure:
    """Right answers of those asked for, and what was wrong."""

    right: int = 0
    asked: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.asked if self.asked else 1.0

    def add(self, right: bool, note: str) -> None:
        self.asked += 1
        self.right += right
        if not right:
            self.wrong.append(note)


def score(sentences: Iterable[GoldSentence], code: Coder) -> dict[str, Figure]:
    """`found`: gold events coded with their type; `precise`: coded events that are gold; `silent`: sentences of no event in which
    none is coded. All other figures are of the events found, where gold asks."""
    figures: dict[str, Figure] = defaultdict(Figure)
    for sentence in sentences:
        coded = code(sentence)
        pairs, surplus = _pair(sentence.events, coded)
        said = ", ".join(f"{event.type}/{event.mode}" if event.mode else event.type for event in coded) or "nothing"
        if not sentence.events:
            figures["silent"].add(not coded, f"{sentence.text} -> {said}")
        for gold, event in pairs:
            figures["found"].add(event is not None, f"{gold.type}: {sentence.text} -> {said}")
            if event is not None:
                figures["precise"].add(True, "")
                _compare(figures, sentence, gold, event)
        for event in surplus:
            figures["precise"].add(False, f"{event.type}/{event.mode}: {sentence.text}")
        first = pairs[0][1] if pairs else None
        if first is not None:
            for context in sorted(sentence.contexts):
                given = [found.value for found in first.contexts]
                figures["contexts"].add(context in given, f"{context}: {sentence.text} -> {given}")
    return dict(figures)


def _pair(gold: list[GoldEvent], coded: list[Event]) -> tuple[list[tuple[GoldEvent, Event | None]], list[Event]]:
    """Gold events with the coded event of their type, the one of their mode first, and what is left of the coded."""
    left = list(coded)
    pairs: list[tuple[GoldEvent, Event | None]] = []
    for wanted in gold:
        fitting = sorted((event for event in left if event.type is wanted.type), key=lambda event: event.mode != wanted.mode)
        if fitting:
            left.remove(fitting[0])
        pairs.append((wanted, fitting[0] if fitting else None))
    return pairs, left


def _compare(figures: dict[str, Figure], sentence: GoldSentence, gold: GoldEvent, event: Event) -> None:
    text = sentence.text
    if gold.mode is not None:
        figures["mode"].add(event.mode == gold.mode, f"{gold.type}/{gold.mode}: {text} -> {event.mode}")
    auxiliary = sorted(found.value for found in event.auxiliary)
    figures["auxiliary"].add(auxiliary == sorted(gold.auxiliary), f"{sorted(gold.auxiliary)}: {text} -> {auxiliary}")
    _party(figures, "actor", gold.actor, event.actors, text)
    _party(figures, "recipient", gold.recipient, event.recipients, text)
    if gold.place:
        name = event.place.name if event.place else ""
        figures["place"].add(bool(name) and (gold.place in name or name in gold.place), f"{gold.place}: {text} -> {name}")
    if gold.counts is not None:
        found = {kind.value: count for kind, count in event.counts.items()}
        right = found.keys() == gold.counts.keys() and all(
            (wanted.value is None or wanted.value == found[kind].value)
            and (wanted.low, wanted.approximate) == (found[kind].low, found[kind].approximate)
            and (wanted.high is None or wanted.high == found[kind].high)
            for kind, wanted in gold.counts.items()
        )
        given = {kind: (count.value, count.low, count.high, count.approximate) for kind, count in found.items()}
        figures["counts"].add(right, f"{gold.counts}: {text} -> {given}")
    if gold.date is not None:
        date = (event.date.start, event.date.end, event.date.precision.value) if event.date else None
        figures["date"].add(date == gold.date, f"{gold.date}: {text} -> {date}")


def _party(figures: dict[str, Figure], role: str, gold: GoldParty, found: list[Party], text: str) -> None:
    if not gold.words:
        return
    named = next((party for party in found if gold.words.lower() in party.text.lower()), None)
    figures[role].add(named is not None, f"{gold.words}: {text} -> {[party.text for party in found]}")
    if named is None:
        return
    if gold.sectors:
        given = [sector.value for sector in named.sectors]
        figures["sectors"].add(gold.sectors <= set(given), f"{named.text} {sorted(gold.sectors)}: {text} -> {given}")
    if gold.country:
        figures["country"].add(named.country == gold.country, f"{named.text} {gold.country}: {text} -> {named.country}")


def by_type(sentences: Iterable[GoldSentence], code: Coder) -> list[tuple[str, int, int, int]]:
    """(type, gold, found, surplus) of each type."""
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    surplus: Counter[str] = Counter()
    for sentence in sentences:
        pairs, left = _pair(sentence.events, code(sentence))
        gold.update(wanted.type.value for wanted, _ in pairs)
        found.update(wanted.type.value for wanted, event in pairs if event is not None)
        surplus.update(event.type.value for event in left)
    return [(name, gold[name], found[name], surplus[name]) for name in sorted(gold | surplus)]
