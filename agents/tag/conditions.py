"""What a rule asks of the words around its trigger: what must stand near, what must not, its object and subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.nouns import kind_of
from agents.tag.parties import CALENDAR
from agents.tag.pattern import GAP, Pattern
from agents.tag.reading import PARTICIPLES
from agents.tag.rules import Part
from agents.tag.venues import without_venues
from agents.tag.word_sets import WordSet
from agents.tag.words import RELATIVES, SAYING, Tag, words

if TYPE_CHECKING:  # triggers ask for their conditions
    from agents.tag.triggers import Trigger

NEAR = 10
"""Words to either side in which what must stand near is looked for: the length of a clause of news."""
NOT_NEAR = 8
NEEDS_NOTHING_NEAR = 2
"""Words of a trigger behind its first from which on it is sure of itself."""
OBJECT = 7
"""Words after an active verb, or before a passive one, in which its object is looked for."""
_OF_PEOPLE = frozenset({"arrest", "abduct", "deport", "expel"})
"""Modes of what is done to people alone."""
_THINGS = frozenset({"object", "message", "abstract", "act", "location"})
_OF_OBJECT = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.WORD, Tag.NUMBER, Tag.NAME})
_CAME_BEFORE = words("after because since as")
_GIVING = words("give hand grant offer award pay send lend serve deny promise issue")
"""Verbs whose object may stand behind a passive, too: "the survivors were handed blankets"."""
_RELATIVE = 4
"""Words before a relative clause that say of whom it tells."""
_SUBJECT = 8
"""Words that open a sentence in which it names its subject."""
_OPENING = 4
"""Words in which a pronoun is the subject of what a sentence tells: "In April they freed two"."""
_NOMINATIVE = words("he she they it")
_NAME = Tag.NAME
_OPENS_SUBJECT = frozenset({Tag.PRONOUN, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.WORD, Tag.NUMBER})
_SCORE = re.compile(r"\d(?<!voted \d)(?<!ruled \d)(?<![\d-]\d)\d?[-–]\d{1,2}(?![\d-])(?! (?:year|vote))")
"""Of a match: "beat Leeds 3-1". A digit first, before what must not stand before it: so it is looked for at digits alone."""


def lacks(pattern: Pattern, lower: Sequence[str], first: int, last: int) -> str | None:
    """What a rule asks for and the words around have not, however its word is used there; None where they may have all. Most
    words that look like a trigger fail by it: it is asked before their use is read."""
    group = pattern.group
    after, wanted, near = group.after, group.object, group.near
    if after is not None and not after.find(lower[last + 1 : last + 1 + NEAR]):
        return "nothing after it that it needs"
    if wanted is not None and not group.acts_on_names:
        active = pattern.part is Part.VERB and pattern.form not in PARTICIPLES
        around = lower[first if active else max(0, first - OBJECT) : last + 1 + OBJECT]
        if wanted.is_absent(around) and (pattern.part is not Part.VERB or RELATIVES.isdisjoint(lower[:first])):
            return "no object of its kind"  # and no relative clause, which tells more of whom it follows
    if near is None or group.takes_names or last - first >= NEEDS_NOTHING_NEAR:
        return None
    low = max(0, first - NEAR)
    if near.is_absent(lower[low : last + 1 + NEAR]) and (group.states is None or group.states.is_absent(lower[low : first + 1])):
        return "nothing near that it needs"
    return None


def condition(trigger: Trigger) -> tuple[str | None, int]:
    """Why the group's conditions fail (None where they hold), and how near what they ask for stands; of a trigger whose words
    lack nothing."""
    group, first, last = trigger.group, trigger.first, trigger.last
    lower = trigger.sentence.words
    away = NEAR
    if group.near is not None and last - first < NEEDS_NOTHING_NEAR:
        found = _distance(lower, first, last, group.near, NEAR)
        if found is None and ((group.takes_names and _name_near(trigger)) or _state_acts(trigger, group.states)):
            found = NEAR - 1
        if found is None:
            return "nothing near that it needs", 0
        away = found
    if group.object is not None:
        found = _object_distance(trigger, lower, group.object)
        if found is None and group.acts_on_names and _name_beside(trigger):
            found = 1
        if found is None:
            return "no object of its kind", 0
        away = found
    if group.mode in _OF_PEOPLE and _acts_on_a_thing(trigger):
        return "done to a thing", 0
    if group.subject is not None:
        acts = group.subject.find(lower[max(0, first - NEAR) : first]) or _state_acts(trigger, group.states)
        if not acts and not group.subject.find(_far_subject(trigger)):
            return "no subject of its kind", 0
        away = min(away, NEAR - 2)
    if group.not_next is not None and last + 1 < len(lower) and group.not_next.find(lower[last + 1 : last + 3]):
        return f"followed by {lower[last + 1]!r}", 0
    if group.not_near is not None and (word := _stands_near(trigger, group.not_near)):
        return f"{word!r} stands near", 0
    if group.not_sport and (score := _score(trigger.sentence.text)):
        return f"the score {score!r} stands near", 0
    return None, away


def _stands_near(trigger: Trigger, unwanted: WordSet) -> str | None:
    """Which of what must not stand near does, and says no more than where it happens."""
    lower = trigger.sentence.words
    if unwanted.is_absent(lower[max(0, trigger.first - NOT_NEAR) : trigger.last + 1 + NOT_NEAR]):
        return None  # as most of it is, which costs less to know
    if not unwanted.find(_around(trigger, lower)):
        return None
    return unwanted.find(_around(trigger, without_venues(trigger.sentence.tokens)))


def _around(trigger: Trigger, lower: Sequence[str]) -> list[str]:
    """The words on either side, and those in a gap: "expelled diplomats from"."""
    first, last = trigger.first, trigger.last
    inside = lower[first + 1 : last] if GAP in trigger.pattern.words else ()
    end = _deed_behind(trigger, last + 1 + NOT_NEAR)
    return [*lower[max(0, first - NOT_NEAR) : first], "|", *inside, "|", *lower[last + 1 : end]]


def _deed_behind(trigger: Trigger, end: int) -> int:
    """The first token before `end` of a clause that tells what came before, or why; `end` where there is none: "dockers walked out
    | after police detained three"."""
    sentence = trigger.sentence
    if _CAME_BEFORE.isdisjoint(sentence.words[trigger.last + 1 : end]):
        return end
    tokens = sentence.tokens
    for i in range(trigger.last + 1, min(end, len(tokens))):
        if sentence.words[i] in _CAME_BEFORE and sentence.clause_starts[i]:
            _, last = clause_of(sentence, i)
            if any(
                tokens[j].tag is Tag.AUXILIARY or (looks_verbal(tokens, j) and tokens[j + 1].lower != "by")
                for j in range(i + 1, last)
            ):
                return i
    return end


def _score(text: str) -> str | None:
    if "-" not in text and "–" not in text:
        return None
    found = _SCORE.search(text)
    return found[0] if found else None


def _object_distance(trigger: Trigger, lower: Sequence[str], wanted: WordSet) -> int | None:
    """How far the object stands: after an active verb, before a passive one, on either side of a noun."""
    first, last = trigger.first, trigger.last
    if trigger.reading is None or (trigger.reading.passive and trigger.pattern.lemma in _GIVING):
        return _distance(lower, first, last, wanted, OBJECT)
    if trigger.reading.passive or _object_stands_before(trigger):
        before = _within(lower, max(0, first - OBJECT), last + 1, first, last, wanted, OBJECT)
        return OBJECT if before is None and wanted.find(_told_more_of(trigger)) else before
    return _within(lower, first, _end_of_objects(trigger), first, last, wanted, OBJECT)


def _end_of_objects(trigger: Trigger) -> int:
    """The token behind those in which an active verb's object may stand: no other clause, nor who says it: "held the plain since
    May | , the governor said"."""
    sentence = trigger.sentence
    lower, starts = sentence.words, sentence.clause_starts
    end = min(trigger.last + 1 + OBJECT, len(lower))
    for i in range(trigger.last + 1, end):
        if (starts[i] and sentence.tokens[i].tag is not Tag.RELATIVE) or (
            lower[i] == "," and not SAYING.isdisjoint(_up_to_comma(lower, i + 1))
        ):
            return i
    return end


def _acts_on_a_thing(trigger: Trigger) -> bool:
    """Whether a thing stands right behind an active verb, whoever is named behind it: "held up signs | beside the man"."""
    wanted = trigger.group.object
    reading, tokens = trigger.reading, trigger.sentence.tokens
    if reading is None or reading.passive or GAP in trigger.pattern.words:
        return False
    at = first = trigger.last + 1
    while at < len(tokens) and tokens[at].tag in _OF_OBJECT and not (at > first and looks_verbal(tokens, at)):
        at += 1
    head = tokens[at - 1]
    counted = at < len(tokens) and tokens[at].lower == "of"  # "the head of", "a group of"
    thing = at > first and not counted and head.tag is Tag.WORD and kind_of(head.lower) in _THINGS
    return thing and not (wanted is not None and wanted.find(trigger.sentence.words[first:at]))


def _up_to_comma(lower: Sequence[str], i: int) -> Sequence[str]:
    following = lower[i : i + OBJECT]
    return following[: following.index(",")] if "," in following else following


def _told_more_of(trigger: Trigger) -> Sequence[str]:
    """The words of whom a relative clause tells more before a passive verb: "two men who tried to burn a lorry were caught"."""
    sentence, reading = trigger.sentence, trigger.reading
    if reading is None or not reading.finite:
        return ()
    start = next((i for i in range(1, reading.start) if sentence.tokens[i].tag is Tag.RELATIVE), 0)
    return sentence.words[max(0, start - _RELATIVE) : start]


def _object_stands_before(trigger: Trigger) -> bool:
    """Whether a relative clause with a subject of its own says what was done to somebody: "a soldier whom it had captured"."""
    reading = trigger.reading
    if reading is None or not reading.finite:
        return False
    begin, _ = clause_of(trigger.sentence, trigger.head)
    tokens = trigger.sentence.tokens
    whom = next((i for i in range(begin, reading.start) if tokens[i].lower == "whom"), begin)
    relative = tokens[whom].tag is Tag.RELATIVE or tokens[whom].lower == "whom"
    return relative and whom + 1 < reading.start and tokens[whom + 1].tag in _OPENS_SUBJECT


def _name_beside(trigger: Trigger) -> bool:
    """Whether a verb's object is a name: "captured Darra", "Darra was destroyed"."""
    tokens, reading = trigger.sentence.tokens, trigger.reading
    if reading is None:
        return False
    if reading.passive:
        before = reading.start - 1
        return before >= 0 and (tokens[before].tag is Tag.NAME or (before == 0 and tokens[0].tag is Tag.WORD))
    after = trigger.last + 1
    after += after + 1 < len(tokens) and tokens[after].tag is Tag.NUMBER  # "kicked out 20 Czechs"
    return after < len(tokens) and tokens[after].tag is Tag.NAME


def _name_near(trigger: Trigger) -> bool:
    window = trigger.sentence.tokens[max(0, trigger.first - NEAR) : trigger.first + NEAR + 1]
    return any(token.tag is _NAME and token.lower not in CALENDAR for token in window)


def _state_acts(trigger: Trigger, states: WordSet | None) -> bool:
    """Whether a state is named before a verb, and not as a place: "Mali closed", not "in Mali"."""
    if states is None or trigger.reading is None or trigger.reading.passive:
        return False
    tokens = trigger.sentence.tokens
    for i in range(max(0, trigger.first - NEAR), trigger.first):
        if tokens[i].tag is not Tag.NAME and i:
            continue
        named = tokens[i].lower in states.single or states.find(trigger.sentence.words[i : i + 2]) is not None
        alone = tokens[i + 1].tag is not Tag.WORD or i + 1 == trigger.reading.start  # not "FBI agents"
        if named and alone and (i == 0 or tokens[i - 1].tag not in (Tag.PREPOSITION, Tag.NAME)):
            return True
    return False


def subject_before(sentence: Sentence, within: int = _OPENING) -> Sequence[str]:
    """The words of the sentence before in which the noun of a pronoun stands, if one is among the first `within` words."""
    if sentence.before is None or _NOMINATIVE.isdisjoint(sentence.words[:within]):
        return ()
    return sentence.before.words[:_SUBJECT]


def _far_subject(trigger: Trigger) -> Sequence[str]:
    """The words that open the sentence, where another verb stands between them and this one ("agents raided the plant near the
    river and led off 86 workers"); those that open the sentence before, where a pronoun stands for its subject."""
    reading, lower = trigger.reading, trigger.sentence.words
    if reading is None or reading.passive or not reading.finite or not reading.start:
        return ()
    if lower[reading.start - 1] == "and":
        return lower[:_SUBJECT]
    return subject_before(trigger.sentence, min(_OPENING, reading.start))


def _distance(lower: Sequence[str], first: int, last: int, wanted: WordSet, reach: int) -> int | None:
    """How many words away the nearest of the wanted stands; 0 inside of the trigger."""
    return _within(lower, max(0, first - reach), last + 1 + reach, first, last, wanted, reach)


def _within(lower: Sequence[str], low: int, high: int, first: int, last: int, wanted: WordSet, reach: int) -> int | None:
    """The same for the words from `low` to before `high`; `reach` for an expression of several."""
    window = lower[low:high]
    best: int | None = None
    if not wanted.single.isdisjoint(window):
        for i, word in enumerate(window, low):
            if word in wanted.single:
                away = 0 if first < i <= last or (first <= i <= last and first != last) else max(first - i, i - last)
                if not away:
                    return 0
                if best is None or away < best:
                    best = away
    if best is None and wanted.several and wanted.find(window):
        return reach
    return best
