"""The events of an article: what its sentences tell, with who, where, when and how many, merged and ordered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from agents.tag import gate, parties, roles
from agents.tag.antecedents import Antecedents
from agents.tag.cameo import cameo_of, clues_of
from agents.tag.circumstances import Facts, counts_of, date_of, event_place, place_of, token_at, within
from agents.tag.coder import SPEECH, code
from agents.tag.document import Document, Sentence
from agents.tag.evidence import evidence_span, trigger_span
from agents.tag.facts.contexts import contexts_of
from agents.tag.facts.countries import alpha3_of
from agents.tag.facts.places import PlaceKind
from agents.tag.lexicon import Lexicon, Strength
from agents.tag.mentions import known
from agents.tag.merge import Candidate, merge
from agents.tag.salience import confidence_of, salience_of, weight_of
from agents.tag.told import Told
from agents.tag.triggers import Suppressed, Trigger
from agents.tag.words import CLOSED_CLASS
from schemas.event import Event, Party
from schemas.identity import event_id
from schemas.plover import NEEDS_RECIPIENT, QUAD_CLASS, Auxiliary, EventType

SURROUNDED = 8
"""Sentences from which on an article has surroundings that the gate can judge by; it was trained on articles of 15 and more."""


@dataclass(frozen=True)
class Coded:
    """What an article tells, and what looked so and does not."""

    candidates: list[Candidate]
    suppressed: list[Suppressed]


def candidates_of(document: Document, facts: Facts, lexicon: Lexicon) -> Coded:
    """The tellings that the gate believes; in a brief, which has no surroundings to judge by, all."""
    coded = tellings_of(document, facts, lexicon)
    if len(document.sentences) < SURROUNDED:
        return coded
    believed: list[Candidate] = []
    believer = gate.load()
    around = gate.surroundings(coded.candidates, len(document.sentences))
    for candidate in coded.candidates:
        probability = believer.probability(candidate, around)
        if probability >= believer.threshold(candidate):
            candidate.weight = (candidate.weight + probability) / 2
            believed.append(candidate)
        else:
            coded.suppressed.append(_left_out(candidate.told, f"unlikely in running news: {probability:.2f}"))
    return Coded(believed, coded.suppressed)


def tellings_of(document: Document, facts: Facts, lexicon: Lexicon) -> Coded:
    """Every telling of every event, in the order of the text, with what was suppressed."""
    told: list[tuple[Sentence, list[Told]]] = []
    suppressed: list[Suppressed] = []
    for sentence in document.sentences:
        found, left_out = code(sentence, lexicon)
        suppressed.extend(left_out)
        if found:
            told.append((sentence, found))
    violent = any(
        event.type is EventType.ASSAULT and event.strength in (Strength.CORE, Strength.STRONG)
        for _, events in told
        for event in events
    )
    candidates: list[Candidate] = []
    for sentence, events in told:
        kept = []
        for event in events:
            if event.strength is Strength.EFFECT and not violent:
                suppressed.append(_left_out(event, "no violence is told in this article"))
            else:
                kept.append(event)
        if kept:
            candidates.extend(_candidates(document, sentence, kept, facts, suppressed))
    return Coded(candidates, suppressed)


def _left_out(event: Told, reason: str) -> Suppressed:
    trigger = event.trigger
    return Suppressed(trigger.pattern, trigger.sentence, trigger.first, trigger.last, reason)


def _candidates(
    document: Document, sentence: Sentence, told: Sequence[Told], facts: Facts, suppressed: list[Suppressed]
) -> list[Candidate]:
    countries, places = _geography(sentence, facts)
    taken = frozenset(i for event in told for trigger in _triggers(event) for i in _taken(trigger))
    phrases = [phrase for phrase in parties.find_phrases(sentence, countries, places, taken) if not _is_dateline(sentence, phrase)]
    antecedents = _antecedents(document, sentence, facts)
    counts = counts_of(sentence, [_triggers(event) for event in told], [event.type for event in told], facts)
    found: list[Candidate] = []
    for event, own_counts in zip(told, counts, strict=True):
        actor, recipient = _parties(event, phrases, taken, document.text, antecedents, facts)
        if actor and not event.trigger.verb and any(actor == other.actor for other in found if other.type in SPEECH):
            actor = None  # who condemns an attack has not made it
        if reason := _too_little(event, actor, recipient):
            suppressed.append(_left_out(event, reason))
            continue
        barred = [(party.start, party.end) for party in (actor,) if party]
        when = date_of(event.trigger, facts)
        if when is not None and facts.is_past(when):
            event.auxiliary |= {Auxiliary.HISTORICAL}
        place = place_of(event.trigger, document, facts, barred)
        found.append(
            Candidate(
                event,
                evidence_span(document.text, event.trigger),
                trigger_span(document.text, event.trigger),
                actor,
                recipient,
                place,
                place is not None and sentence.start <= place.start < sentence.end,
                when,
                own_counts,
                weight_of(event),
            )
        )
    return found


def _is_dateline(sentence: Sentence, phrase: parties.Phrase) -> bool:
    """Whether a phrase is the place in capitals that opens a report: "ADEN (Agency) —"."""
    first = sentence.tokens[0].text
    following = sentence.tokens[phrase.last + 1].lower if phrase.last + 1 < len(sentence.tokens) else ""
    return phrase.first == 0 and len(first) > 3 and first.isupper() and phrase.place and following in ("(", ",", "—", "–", "-", ":")


def _antecedents(document: Document, sentence: Sentence, facts: Facts) -> Antecedents:
    """What a pronoun of a sentence may stand for: the subject of the sentence before."""

    def phrases_of(before: Sentence) -> list[parties.Phrase]:
        return parties.find_phrases(before, *_geography(before, facts), frozenset())

    return Antecedents(document.sentences[sentence.index - 1] if sentence.index else None, phrases_of)


def _taken(trigger: Trigger) -> Iterator[int]:
    """The tokens of a trigger that name nobody: "clashed with" of "clashed with police"."""
    for i in range(trigger.first, trigger.last + 1):
        if i == trigger.first or not parties.is_role(trigger.sentence.words[i]):
            yield i


def _triggers(event: Told) -> list[Trigger]:
    return [event.trigger, *event.joined]


def _geography(sentence: Sentence, facts: Facts) -> tuple[Mapping[int, str], frozenset[int]]:
    """Tokens that name a country (its alpha-3 code), and tokens that name another place."""
    countries: dict[int, str] = {}
    places: set[int] = set()
    for hit in within(facts.places, sentence.start, sentence.end):
        first, last = token_at(sentence, hit.start), token_at(sentence, hit.end - 1)
        code3 = alpha3_of(hit.country)
        for i in range(first, last + 1):
            if code3 and (hit.kind is PlaceKind.DEMONYM or hit.feature.startswith("PCL")):
                countries[i] = code3
            else:
                places.add(i)
    return countries, frozenset(places)


def _parties(
    event: Told, phrases: Sequence[parties.Phrase], taken: frozenset[int], text: str, antecedents: Antecedents, facts: Facts
) -> tuple[Party | None, Party | None]:
    """Actor and recipient: of the trigger, and where that leaves one open, of those that tell the same event."""
    found = roles.assign(event.trigger, phrases, taken)
    actor, recipient = found.actor, found.recipient
    for other in event.joined:
        if actor is not None and recipient is not None:
            break
        more = roles.assign(other, phrases, taken)
        actor = actor or (more.actor if more.actor is not recipient else None)
        recipient = recipient or (more.recipient if more.recipient is not actor else None)
    sentence = event.trigger.sentence
    named = within(facts.actors, sentence.start, sentence.end)
    return (
        known(antecedents.party(actor, sentence, phrases, text), named) if actor else None,
        known(antecedents.party(recipient, sentence, phrases, text), named) if recipient else None,
    )


def _too_little(event: Told, actor: Party | None, recipient: Party | None) -> str | None:
    """Why weak words are not enough without those who act."""
    if event.strength is Strength.WEAK and (actor is None or (recipient is None and event.type is not EventType.PROTEST)):
        return "weak words, and not who to whom"
    if event.bare and (actor is None or recipient is None):
        return "a speech act with nothing known for its content, and not who to whom"
    return None


def events_of(document: Document, article_id: str, candidates: Sequence[Candidate]) -> list[Event]:
    """The records, the most salient first."""
    title = frozenset(word for word in re.findall(r"\w+", document.title.lower()) if word not in CLOSED_CLASS)
    merged = merge(candidates)
    merged.sort(key=lambda event: -salience_of(event, title, len(document.sentences)))
    repeats: dict[tuple[EventType, str], int] = {}
    in_text = sorted(merged, key=lambda event: (event.evidence.start, event.trigger.start))
    identities = {}
    for event in in_text:
        key = (event.type, " ".join(event.evidence.text.lower().split()))
        identities[id(event)] = event_id(article_id, event.type.value, key[1], repeats.get(key, 0))
        repeats[key] = repeats.get(key, 0) + 1
    return [_event(event, identities[id(event)], document) for event in merged]


def _event(event: Candidate, identity: str, document: Document) -> Event:
    confidence = confidence_of(event)
    if event.type in NEEDS_RECIPIENT and event.recipient is None:
        confidence = round(confidence * 0.9, 3)
    contexts = contexts_of(event.evidence.text)
    return Event(
        event_id=identity,
        type=event.type,
        mode=event.told.mode,
        contexts=contexts,
        auxiliary=sorted(event.told.auxiliary),
        quad_class=QUAD_CLASS[event.type],
        actors=[event.actor] if event.actor else [],
        recipients=[event.recipient] if event.recipient else [],
        place=event_place(event.place, document.text) if event.place else None,
        date=event.date,
        counts=event.counts,
        evidence=event.evidence,
        trigger=event.trigger,
        mentions=event.mentions,
        rule=event.told.rule,
        confidence=confidence,
        cameo=cameo_of(event.type, event.told.mode, clues_of(event, contexts)),
    )
