"""Where it happened: of all the places that an article names around a trigger, the likeliest, or none.

A conditional logit (McFadden 1974) over where each mention stands, what stands before and after it, how large the place is and how
often the article names it. `data/where.json` holds the weights; `ops/training/roles/` trains them and keeps their card. Nothing
is better than a guess only where nothing is named: a reader prefers the likeliest place to none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import orjson

from agents.tag.circumstances import Facts, within
from agents.tag.clauses import clause_of
from agents.tag.document import Document, Sentence
from agents.tag.facts.places import PlaceHit, PlaceKind
from agents.tag.intervals import interval_in
from agents.tag.memory import Memory
from agents.tag.parts import MAIN, part_of
from agents.tag.reasons import charge_behind, reason_before
from agents.tag.referents import is_told_there
from agents.tag.role_features import Aspect, voice_of
from agents.tag.rules import Strength
from agents.tag.scenery import (
    Mention,
    Span,
    Usual,
    inside,
    is_in_capital,
    is_in_several,
    may_be_said_there,
    may_be_scene,
    told_by_locals,
)
from agents.tag.speech import SPOKEN
from agents.tag.triggers import Trigger
from agents.tag.where_features import features_of
from agents.tag.whereabouts import (
    STRONG,
    governor,
    is_compounded,
    is_far,
    is_where_it_lies,
    lies_in,
    says_of_what,
    says_where,
    size_of,
)
from agents.tag.words import Tag, words
from schemas.event import DatePrecision
from schemas.plover import EventType

BACK, AHEAD = 4, 2
"""Sentences before and after a trigger whose places may be where it happened."""
LEAD = 3
"""Sentences at an article's start, which may tell where it was in another paragraph."""
_ACCUSE, _ASSAULT, _CONSULT, _PROTEST = EventType.ACCUSE, EventType.ASSAULT, EventType.CONSULT, EventType.PROTEST
_REACHING = frozenset({_CONSULT, _ASSAULT, _PROTEST})
_OF_STATES = frozenset({EventType.CONCEDE, EventType.COOPERATE})
"""What states grant each other or do together happens nowhere, unless the sentence says where."""
_PASSING = words("from to by with between for against than about")
"""Before what is no scene of another sentence: "on her return from | Warsaw"."""
_PARTNERS = words("between with among")
"""Before those who talk, not where: "mediates between | Peru and Chile"."""
_BY_NAME, _MARK = PlaceKind.NAME, Tag.PUNCTUATION
_NOTHING = Usual((), 0.0)

REMEMBERED = 50_000
"""Aspects whose worth is kept."""


class Candidate(NamedTuple):
    """A mention that may say where, or nowhere: what holds for any trigger, and `aspects` that the one trigger adds."""

    hit: PlaceHit | None
    usual: Usual
    aspects: Sequence[Aspect]


def mentions_of(sentence: Sentence, facts: Facts) -> list[Mention]:
    """The places that a sentence names, with what stands around each; of its dateline the first, "NAIROBI, Kenya"."""
    places = [hit for hit in within(facts.places, sentence.dateline, sentence.end) if hit.kind is _BY_NAME]
    referred = within(facts.referred, sentence.start, sentence.end) if facts.referred else ()
    if not places and not referred:
        return []
    datelines = [hit for hit in places if hit.start < sentence.start]
    hits = [hit for hit in places[len(datelines) :] if not is_compounded(sentence, hit)]
    if referred:  # "in | Peru's capital |"
        spans = [(hit.start, hit.end) for hit in referred]
        hits = sorted([*[hit for hit in hits if not inside(hit, spans)], *referred])
    if not hits and not datelines:
        return []
    tokens = sentence.tokens
    counts = facts.place_counts
    most = facts.most_named
    organizations = [(actor.start, actor.end) for actor in within(facts.actors, sentence.start, sentence.end)] if hits else []
    found = [_of_dateline(hit, counts[hit.identity], most) for hit in datelines[:1]]
    at = [(sentence.token_at(hit.start), sentence.token_at(hit.end - 1)) for hit in hits]
    for n, hit in enumerate(hits):
        first, last = at[n]
        following = at[n + 1][0] if n + 1 < len(hits) else None
        if following is not None and says_of_what(sentence, last, following):
            continue  # the West Bank | city of | Hebron
        if n and says_where(sentence, at[n - 1][1], first):
            continue  # Peru, | a country in | South America
        within_last = found and found[-1].first >= 0 and lies_in(found[-1].hit, hit)
        if within_last and is_where_it_lies(sentence, found[-1].last, first):
            continue  # Kolbari, | a village in | Bangladesh
        before = governor(sentence, first)
        if n and found and found[-1].before == "from" and sentence.words[at[n - 1][1] + 1 : first] == ["and"]:
            before = "from"  # "drew criticism from London and | Paris"
        after = "$"
        if last + 1 < len(tokens):
            after = tokens[last + 1].lower if tokens[last + 1].tag is _MARK else tokens[last + 1].tag
        size = size_of(hit)
        often = counts[hit.identity]
        of_next = following is not None and following - last <= 4
        of_last = n > 0 and first - at[n - 1][1] <= 3
        named = inside(hit, organizations)
        among = ("among places", size, min(3, often), often == most, named, of_next, of_last, min(2, n), len(hits) == 1)
        whose = size == "country" and sentence.words[last + 1 : last + 2] == ["'s"]
        said = hit not in referred and is_told_there(sentence, first)
        around = (size, before, after)
        found.append(_mention(hit, first, last, around, among, whose=whose, far=is_far(sentence, first), said=said))
    return found


def _of_dateline(hit: PlaceHit, often: int, most: int) -> Mention:
    """It stands before the sentence's first token, and nothing else stands beside it; `often`: how often the article names it,
    `most`: how often the place that it names most."""
    among = ("among places", size_of(hit), min(3, often), often == most, False, False, False, 0, False)
    return _mention(hit, -1, -1, (size_of(hit), "dateline", "-"), among)


def _mention(
    hit: PlaceHit,
    first: int,
    last: int,
    around: tuple[str, str, str],
    among: Aspect,
    *,
    whose: bool = False,
    far: bool = False,
    said: bool = False,
) -> Mention:
    size, before, after = around
    here = _usual(("itself", size, before, after, False), (*among, False))
    away = _usual(("itself", size, before, after, True), (*among, True))
    return Mention(hit, first, last, before, size, before in STRONG, whose, far, said, here, away)


def _usual(around: Aspect, among: Aspect) -> Usual:
    return Usual((around, among), _worth_of(around) + _worth_of(among))


def candidates(
    trigger: Trigger, document: Document, facts: Facts, actors: Sequence[Span], recipients: Sequence[Span]
) -> list[Candidate]:
    """Each mention that may say where, and nowhere as the last.

    `actors`, `recipients`: spans of the parties. A country in an actor's name says who, not where; a town's police act there.
    """
    sentence = trigger.sentence
    kind, voice = trigger.type, voice_of(trigger)
    spoken = _is_spoken(trigger) or kind in _OF_STATES
    found: list[Candidate] = []
    clause = clause_of(sentence, trigger.head)
    mentions = _own(facts.mentions_in(sentence, mentions_of), trigger, spoken=spoken)
    parties = (*actors, *recipients)
    placed = any(mention.strong and not inside(mention.hit, parties) for mention in mentions)
    for mention in mentions:
        if placed and mention.whose and inside(mention.hit, parties):
            continue  # met | Peru | 's president in Quito
        if (not spoken or may_be_said_there(mention, recipients, sentence, trigger.first)) and may_be_scene(
            mention, trigger, actors
        ):
            whose = "actor" if inside(mention.hit, actors) else "recipient" if inside(mention.hit, recipients) else "nobody"
            found.append(Candidate(mention.hit, mention.here, _here(mention, trigger, voice, clause, whose, spoken)))
    here = len(found)
    if not spoken and not _is_of_other_years(trigger, facts) and not (here == 0 and is_in_capital(sentence)):
        further = _elsewhere(sentence, kind, document, facts)
        if here == 0 and is_in_several(trigger):
            further = [candidate for candidate in further if candidate.hit is None or size_of(candidate.hit) == "country"]
        found += further
    found.append(Candidate(None, _NOTHING, (("nowhere", kind, min(2, here)),)))
    return found


def _own(mentions: Sequence[Mention], trigger: Trigger, *, spoken: bool) -> Sequence[Mention]:
    """Those that do not belong to what somebody acts over, to a charge or, where it is only said, to another part of the
    sentence."""
    if not mentions:
        return mentions
    at_once = [it for it in mentions if it.strong and not it.whose and trigger.first < it.first <= trigger.last + 2]
    if at_once:
        return at_once  # "rallied in | Lima | to demand", "held in | Lima"
    sentence, reason, charge = trigger.sentence, reason_before(trigger), charge_behind(trigger)
    first = -1 if reason is None else reason + 1
    own = [mention for mention in mentions if first <= mention.first < charge]
    interval = interval_in(sentence)
    if interval is not None and not interval.holds(trigger.head):  # "the attack came a day after envoys met in Lima"
        own = [mention for mention in own if not interval.holds(mention.first)]
    if not spoken:
        return own
    parts = {MAIN, part_of(sentence, trigger.head)}
    return [mention for mention in own if mention.first < 0 or part_of(sentence, mention.first) in parts]


def _elsewhere(sentence: Sentence, kind: str, document: Document, facts: Facts) -> list[Candidate]:
    """Mentions of the sentences around: back from the trigger's sentence, then on from it."""
    back = range(sentence.index - 1, max(0, sentence.index - BACK) - 1, -1)
    ahead = range(sentence.index + 1, min(len(document.sentences), sentence.index + AHEAD + 1))
    found: list[Candidate] = []
    passed: set[tuple[int, str]] = set()  # places named nearer to it
    for index in (*back, *ahead):
        other = document.sentences[index]
        mentions = facts.mentions_in(other, mentions_of)
        if not mentions:
            continue
        away, near = index - sentence.index, other.paragraph == sentence.paragraph
        if away > 0 and not near and sentence.index >= LEAD:
            continue  # another paragraph goes on elsewhere
        side = 1 if away > 1 else away
        for mention in reversed(mentions):
            if mention.whose and mentions[0].first < 0 and lies_in(mentions[0].hit, mention.hit):
                continue  # "TBILISI - Police cleared the square outside | Georgia | 's parliament"
            if mention.far or mention.said or mention.before in _PASSING:
                continue  # "175 kilometres north of the capital, | Niamey", "said in | Niamey": that was elsewhere
            identity = mention.hit.identity
            between = min(2, len(passed) - (identity in passed)) if away < 0 else 0
            there = ("away", away, mention.before, mention.size, near, kind)
            passing = ("passed", side, between, mention.size, mention.strong, index == 0)
            beside = (there, passing, ("whose", mention.size)) if mention.whose else (there, passing)
            found.append(Candidate(mention.hit, mention.away, beside))
            passed.add(identity)
    return found


def _is_of_other_years(trigger: Trigger, facts: Facts) -> bool:
    """Whether what a trigger tells was in a year before: "a walkout in 2019 lasted five months"."""
    sentence = trigger.sentence
    published, dates = facts.published, within(facts.dates, sentence.start, sentence.end)
    if published is None or not dates:
        return False
    before = [
        hit
        for hit in dates
        if hit.date.precision is DatePrecision.YEAR and hit.date.end[:4].isdigit() and int(hit.date.end[:4]) < published.year
    ]
    return bool(before) and part_of(sentence, trigger.head) in {part_of(sentence, sentence.token_at(hit.start)) for hit in before}


def _is_spoken(trigger: Trigger) -> bool:
    """Whether it is only said, wherever the speaker is; a trial or an inquiry has its place, and who is accused stands there."""
    if trigger.type is _ACCUSE:
        return trigger.group.mode == "disapprove" or (trigger.verb and trigger.group.strength is Strength.OPERATOR)
    return trigger.type in SPOKEN


def _here(mention: Mention, trigger: Trigger, voice: str, clause: Span, whose: str, spoken: bool) -> Sequence[Aspect]:
    """Aspects of a mention in the trigger's own sentence and `clause`; `whose` name it is part of; `spoken`: it is only said."""
    kind = trigger.type
    side = "before" if mention.last < trigger.first else "after" if mention.first > trigger.last else "in"
    gap = trigger.first - mention.last - 1 if side == "before" else mention.first - trigger.last - 1
    same = clause[0] <= mention.first <= clause[1]
    return (
        ("here", side, voice, max(0, min(15, gap)), mention.before, same),
        ("scene", kind, mention.before, mention.size, whose),
        ("speech", spoken, side, min(4, gap), same, mention.strong, mention.said),
    )


def _worth(aspect: Aspect) -> float:
    return sum(filter(None, map(_weights().get, features_of(aspect))), 0.0)


_worth_of = Memory(_worth, REMEMBERED).__getitem__


def choose(
    trigger: Trigger, document: Document, facts: Facts, actors: Sequence[Span], recipients: Sequence[Span]
) -> PlaceHit | None:
    """Where what the trigger tells happened."""
    if not facts.places:
        return None
    if (hit := _reached(trigger, facts)) is not None:
        return hit
    listed = candidates(trigger, document, facts, actors, recipients)
    best = max(listed, key=_likelihood)
    if best.hit is not None:
        return _narrower(best.hit, trigger, facts, listed)
    return told_by_locals(trigger, facts.mentions_in(trigger.sentence, mentions_of))


def _narrower(hit: PlaceHit, trigger: Trigger, facts: Facts, listed: Sequence[Candidate]) -> PlaceHit:
    """A town that the same sentence names within the region or country chosen; the dateline's, where a country says whose."""
    mentions = facts.mentions_in(trigger.sentence, mentions_of)
    inside = [it for it in mentions if not (it.far or it.said) and lies_in(it.hit, hit)]
    if not inside:
        return hit
    first, last = clause_of(trigger.sentence, trigger.head)
    whose = any(it.hit is hit and it.whose for it in mentions)
    named = {candidate.hit for candidate in listed}
    for it in inside:
        part = it.before == "part of" and first <= it.first <= last
        if it.hit in named and (it.strong or part or (whose and it.first < 0)):
            return it.hit
    return hit


def _likelihood(candidate: Candidate) -> float:
    return sum(map(_worth_of, candidate.aspects), candidate.usual.worth)


def _reached(trigger: Trigger, facts: Facts) -> PlaceHit | None:
    """The place that is the very object of a visit or an attack, "visited Lima", "shelled Lima", "an attack on Lima", or that an
    attack or a march is called by, "the Lima bombing"; too few to learn it from."""
    sentence, after = trigger.sentence, trigger.last + 1
    if trigger.type not in _REACHING:
        return None
    for mention in facts.mentions_in(sentence, mentions_of):
        object_ = trigger.verb and mention.first == after and not mention.whose and sentence.words[trigger.last] not in _PARTNERS
        struck = mention.first == after + 1 and sentence.words[after] == "on" and trigger.type is _ASSAULT
        called = mention.last == trigger.first - 1 and not trigger.verb and trigger.type is not _CONSULT
        if (object_ and trigger.type is not _PROTEST) or ((struck or called) and mention.size == "city"):
            return mention.hit
    return None


@cache
def _weights() -> Mapping[str, float]:
    """Read once."""
    weights: dict[str, float] = orjson.loads((files("agents.tag") / "data" / "where.json").read_bytes())
    return weights
