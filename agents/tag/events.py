"""The events of an article: what its sentences tell, with who, where, when and how many, merged and ordered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agents.tag import gate, where
from agents.tag.backing import is_backed
from agents.tag.cameo import cameo_of, clues_of
from agents.tag.casting import cast
from agents.tag.circumstances import Facts, date_of, event_place, within
from agents.tag.coder import code
from agents.tag.document import Document, Sentence
from agents.tag.evidence import evidence_span, trigger_span
from agents.tag.facts.contexts import contexts_of
from agents.tag.facts.places import PlaceHit
from agents.tag.gate import SURROUNDED, Gate
from agents.tag.gate_features import Surroundings, is_somebody, surroundings
from agents.tag.hoaxes import is_called_false
from agents.tag.homes import at_home
from agents.tag.lexicon import Lexicon
from agents.tag.matter import is_meant, matter_of
from agents.tag.merge import Candidate, merge
from agents.tag.mishaps import mishap
from agents.tag.missed import Suppressed
from agents.tag.parties import Party
from agents.tag.rules import Strength
from agents.tag.salience import confidence_of, salience_of, weight_of
from agents.tag.scene import scene_of
from agents.tag.speech import SPEECH, is_said_of, is_spoken_of
from agents.tag.timelines import day_of_line
from agents.tag.told import Told
from agents.tag.tolls import add_marchers, add_taken, add_told_after, counts_of
from agents.tag.triggers import Missed, Trigger
from agents.tag.words import CLOSED_CLASS, Tag
from schemas.event import Event
from schemas.identity import event_id
from schemas.plover import NEEDS_RECIPIENT, QUAD_CLASS, Auxiliary, EventType, Sector

_WORD = re.compile(r"\w+")
_AGREE, _ASSAULT, _PROTEST = EventType.AGREE, EventType.ASSAULT, EventType.PROTEST
_CORE, _EFFECT, _WEAK = Strength.CORE, Strength.EFFECT, Strength.WEAK
FEWEST = 3
"""Sentences below which a text is taken at its word."""
_FORCES = frozenset({Sector.COP, Sector.MIL, Sector.PRM})
"""Those who put protests down, and do not fight in them."""
_FIGHT = "protesters fight"
"""Group of the lexicon."""
_AGAINST = SPEECH | {EventType.PROTEST}
_PROMISES = frozenset(
    {"promise", "promise made", "promises to do it", "promises that it will be", "promises of any kind"}
    | {"pledge of anything", "money committed"}
)
"""Groups of the lexicon."""
_HEADING = 2
"""Words of a line that says nothing."""
_DEMANDS = frozenset({"call for", "demand", "demand that", "appeal for", "press for", "plead for", "lobby for"})
"""Verbs that may ask nobody in particular."""


@dataclass(frozen=True)
class Coded:
    """What an article tells, what looked so and does not, and the words that only look like those of an event."""

    candidates: list[Candidate]
    suppressed: list[Suppressed]
    missed: list[Missed]


def candidates_of(document: Document, facts: Facts, lexicon: Lexicon) -> Coded:
    """What an article tells, as far as the gate believes it."""
    return believed(tellings_of(document, facts, lexicon), document, gate.load())


def believed(coded: Coded, document: Document, believer: Gate) -> Coded:
    """The tellings that a gate believes; in a brief, which has no surroundings to judge by, all, unless nothing there is news."""
    if len(document.sentences) < FEWEST:
        return coded
    around = surroundings(coded.candidates, document.sentences)
    brief = around.sentences < SURROUNDED
    return coded if brief and (around.quoted or around.peopled) else _passing(coded, around, believer)


def _passing(coded: Coded, around: Surroundings, believer: Gate) -> Coded:
    """Of all tellings of an article, those that a gate believes."""
    kept: list[Candidate] = []
    left_out: list[Suppressed] = []
    for candidate in coded.candidates:
        probability = believer.probability(candidate, around)
        if probability >= believer.threshold(candidate, around):
            candidate.weight = (candidate.weight + probability) / 2
            kept.append(candidate)
        else:
            left_out.append(_left_out(candidate.told, f"unlikely in running news: {probability:.2f}"))
    return Coded(kept, [*coded.suppressed, *left_out], coded.missed)


def tellings_of(document: Document, facts: Facts, lexicon: Lexicon) -> Coded:
    """Every telling of every event, in the order of the text, with what was suppressed."""
    told: list[tuple[Sentence, list[Told]]] = []
    suppressed: list[Suppressed] = []
    missed: list[Missed] = []
    for sentence in document.sentences:
        found, left_out, unlike = code(sentence, lexicon)
        suppressed.extend(left_out)
        missed.extend(unlike)
        kept: list[Told] = []
        for event in found:
            if _opens_a_name(event.trigger, facts):
                suppressed.append(_left_out(event, "part of a name"))
            elif is_called_false(sentence, document):
                suppressed.append(_left_out(event, "said to be false"))
            elif word := mishap(event.trigger, document, lexicon):
                suppressed.append(_left_out(event, f"done by no one: {word!r}"))
            else:
                kept.append(event)
        if kept:
            told.append((sentence, kept))
    assaults = {event.strength for _, events in told for event in events if event.type is _ASSAULT}
    core = _CORE in assaults
    violent = core or Strength.STRONG in assaults
    matter = matter_of(document, lexicon) if told else None
    candidates: list[Candidate] = []
    for sentence, events in told:
        kept = []
        for event in events:
            if _is_heading(event.trigger):
                suppressed.append(_left_out(event, "no more than a heading"))
            elif not is_backed(event, sentence, facts, lexicon, core):
                suppressed.append(_left_out(event, "nothing around it tells of force"))
            elif event.strength is _EFFECT and not violent:
                suppressed.append(_left_out(event, "no violence is told in this article"))
            elif matter and not is_meant(event.type, event.strength, sentence, matter):
                suppressed.append(_left_out(event, f"the article is about {matter}"))
            else:
                kept.append(event)
        if kept:
            candidates.extend(_candidates(document, sentence, kept, facts, suppressed))
    return Coded(candidates, suppressed, missed)


def _is_heading(trigger: Trigger) -> bool:
    """Whether a noun stands in a line of a word or two that ends with no mark: "16:50 Condolences"."""
    tokens = trigger.sentence.tokens
    if trigger.reading is not None or len(tokens) > 2 * _HEADING or tokens[-1].tag is Tag.PUNCTUATION:
        return False
    return sum(token.tag not in (Tag.PUNCTUATION, Tag.NUMBER) for token in tokens) <= _HEADING


def _opens_a_name(trigger: Trigger, facts: Facts) -> bool:
    """Whether a noun at a sentence's start, where its capital tells nothing, begins a name: "Amnesty International urged"."""
    sentence = trigger.sentence
    if trigger.verb or trigger.first:
        return False
    start, end = sentence.start, sentence.end_of(trigger.last)
    return any(hit.start == start and end < hit.end for hit in within(facts.actors, start, end))


def _left_out(event: Told, reason: str) -> Suppressed:
    trigger = event.trigger
    return Suppressed(trigger.pattern, trigger.sentence, trigger.first, trigger.last, reason)


def _is_crowd_control(event: Told, actors: Sequence[Party]) -> bool:
    """Whether what protesters do in a fight is done by those who put protests down: "officers hurled tear gas at the crowd"."""
    sectors = actors[0].sectors if actors else ()
    return event.trigger.group.name == _FIGHT and bool(sectors) and _FORCES.issuperset(sectors)


def _candidates(
    document: Document, sentence: Sentence, told: Sequence[Told], facts: Facts, suppressed: list[Suppressed]
) -> list[Candidate]:
    scene = scene_of(document, sentence, [trigger for event in told for trigger in _triggers(event)], facts)
    played = [role for event in told for role in cast(event, scene)]
    tolls = counts_of(sentence, [_triggers(role.event) for role in played], [role.event.type for role in played], facts)
    heads = [role.event.trigger for role in played]
    found: list[Candidate] = []
    for (event, actors, recipients), toll in zip(played, tolls, strict=True):
        if actors and not event.trigger.verb and any(actors[0] == other.actor for other in found if other.type in _AGAINST):
            actors = []  # who condemns an attack, or marches against it, has not made it
        speech = next((other for other in found if is_spoken_of(other.told.trigger, event.trigger)), None)
        if speech is not None:
            actors, recipients = (
                [party for party in parties if is_said_of(party.start, speech.told.trigger, event.trigger)]
                for parties in (actors, recipients)
            )
        actors = actors or _subject_of_both(event.trigger, found)
        if _is_crowd_control(event, actors):
            event.type, event.mode = _ASSAULT, "crowd-control"
        if reason := _too_little(event, actors, recipients):
            suppressed.append(_left_out(event, reason))
            continue
        when = date_of(_triggers(event), heads, facts) or day_of_line(document, sentence, facts)
        if when is not None and facts.is_past(when.date):
            event.auxiliary |= {Auxiliary.HISTORICAL}
        add_marchers(actors, event.type, document.text, toll)
        add_taken(recipients, event.mode, document.text, toll)
        acting = [*actors, *(speech.actors if speech is not None else ())]
        place = where.choose(event.trigger, document, facts, _spans(acting), _spans(recipients))
        found.append(
            Candidate(
                event,
                evidence_span(document.text, event.trigger),
                trigger_span(document.text, event.trigger),
                actors,
                recipients,
                place,
                place is not None and sentence.start <= place.start < sentence.end and not facts.refers_back(place),
                when.date if when else None,
                *toll,
                weight_of(event),
                when is not None and when.beside,
            )
        )
    return found


def _subject_of_both(trigger: Trigger, found: Sequence[Candidate]) -> list[Party]:
    """Who does what the verb before tells, where "and" joins this one to it: "gunmen stormed a school and abducted 25 girls"."""
    reading = trigger.reading
    if reading is None or reading.passive or not reading.finite or not reading.start:
        return []
    if trigger.sentence.words[reading.start - 1] != "and":
        return []
    for other in reversed(found):
        before = other.told.trigger
        if before.first < trigger.first and before.reading and before.reading.finite and not before.reading.passive:
            return other.actors
    return []


def _spans(parties: Sequence[Party]) -> list[tuple[int, int]]:
    return [(party.start, party.end) for party in parties]


def _triggers(event: Told) -> list[Trigger]:
    return [event.trigger, *event.joined]


def _too_little(event: Told, actors: Sequence[Party], recipients: Sequence[Party]) -> str | None:
    """Why weak words are not enough without those who act."""
    if event.strength is _WEAK and not (actors and (any(map(is_somebody, recipients)) or event.type is _PROTEST)):
        return "weak words, and not who to whom"
    if event.type is _AGREE and event.trigger.group.name in _PROMISES and not recipients and _is_business(actors):
        return "what a firm promises to nobody in particular"
    if event.bare and not (actors and (recipients or (_demands(event.trigger) and any(map(is_somebody, actors))))):
        return "a speech act with nothing known for its content, and not who to whom"
    return None


def _is_business(actors: Sequence[Party]) -> bool:
    return bool(actors) and all(party.sectors == (Sector.BUS,) for party in actors)


def _demands(trigger: Trigger) -> bool:
    """Whether a finite verb asks for something of nobody in particular: "the league called for a ban"."""
    return trigger.reading is not None and trigger.reading.finite and trigger.pattern.lemma in _DEMANDS


def events_of(document: Document, article_id: str, candidates: Sequence[Candidate], facts: Facts) -> list[Event]:
    """The records, the most salient first."""
    title = frozenset(word for word in _WORD.findall(document.title.lower()) if word not in CLOSED_CLASS)
    merged = merge(candidates)
    add_told_after(merged, document, facts)
    merged.sort(key=lambda event: -salience_of(event, title, len(document.sentences)))
    repeats: dict[tuple[EventType, str], int] = {}
    in_text = sorted(merged, key=lambda event: (event.evidence.start, event.trigger.start))
    identities = {}
    for event in in_text:
        key = (event.type, " ".join(event.evidence.text.lower().split()))
        identities[id(event)] = event_id(article_id, event.type.value, key[1], repeats.get(key, 0))
        repeats[key] = repeats.get(key, 0) + 1
    return [_event(event, identities[id(event)], document, facts.places) for event in merged]


def _event(event: Candidate, identity: str, document: Document, places: Sequence[PlaceHit]) -> Event:
    confidence = confidence_of(event)
    if event.type in NEEDS_RECIPIENT and event.recipient is None:
        confidence = round(confidence * 0.9, 3)
    contexts = contexts_of(event.evidence.text, event.told.mode)
    return Event.model_validate(
        {
            "event_id": identity,
            "type": event.type,
            "mode": event.told.mode,
            "contexts": contexts,
            "auxiliary": sorted(event.told.auxiliary),
            "quad_class": QUAD_CLASS[event.type],
            "actors": [at_home(party, document.text, places)._asdict() for party in event.actors],
            "recipients": [at_home(party, document.text, places)._asdict() for party in event.recipients],
            "place": event_place(event.place, document.text) if event.place else None,
            "date": event.date,
            "counts": {**event.further, **event.counts},
            "evidence": event.evidence._asdict(),
            "trigger": event.trigger._asdict(),
            "mentions": [mention._asdict() for mention in event.mentions],
            "rule": event.told.rule,
            "confidence": confidence,
            "cameo": cameo_of(event.type, event.told.mode, clues_of(event, contexts)),
        }
    )
