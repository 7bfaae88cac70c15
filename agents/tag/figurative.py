"""What hits, destroys, attacks or kills and is no violence: storms and slumps, attacks with words alone, and fiction."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Token
from agents.tag.lexicon import Lexicon
from agents.tag.nouns import kind_of
from agents.tag.triggers import Trigger
from agents.tag.words import NOUNS, Tag, words
from schemas.plover import EventType

_ASSAULT, _THREATEN = EventType.ASSAULT, EventType.THREATEN

VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
"""What is done to things and places, too: forty houses, the harbour, a raid in a village."""
_INSIDE = NOUNS | {Tag.NUMBER, Tag.POSSESSIVE}
_BEHIND = 3
"""Phrases with a preposition that may stand between a subject's head and its verb."""
_FORCES = ("nature", "illness", "hardship", "animal")
"""Classes of the lexicon."""
_SEASONS = words("winter summer autumn spring season")
_FIRE = words("fire fires")
_OF_ARMS = words(
    "artillery rocket mortar gun machine-gun sniper tank shell enemy hostile rebel anti-aircraft missile arms "
    "weapons police army "
    "friendly covering live heavy small return crossfire their its his"
)
"""Before "fire": somebody shot."""
_AIMS = words("target targets position positions site sites area areas infrastructure installation installations")
"""What is hit, though nothing that a list of things knows: "struck targets near Lima"."""
_STATES = words("wound injure maim disfigure mutilate")
"""Of "evacuated 64 wounded people" the text tells that they were evacuated."""
_ATTACKED_WITH_WORDS = words("attack assail")
_FOR = frozenset({"for", "over"})
_THOUGHTS = frozenset({"abstract", "message"})
"""Kinds of things that are attacked, struck or fought without violence: a problem, an idea."""
_THINGS_LET_OUT = frozenset({"message", "object"})
_VESSELS = words("ship ships vessel vessels tanker tankers boat boats trawler trawlers freighter freighters dhow dhows yacht ferry")
_AIMED = frozenset({"attack", "killing", "under attack"})
"""Groups of the lexicon whose words hit thoughts, too."""
_WORKS = words("film movie novel play series drama opera book thriller comedy miniseries documentary musical")
_TELLING = words("explores examines chronicles evokes tells depicts portrays follows imagines about recounts dramatises dramatizes")
_TOLD_WITHIN = 3
"""Words between a work of art and the verb that says what it tells."""
_FICTION_ENDS = frozenset(";:.")


def no_violence(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """Why what looks like violence is none, or None where it may be."""
    if trigger.type is _THREATEN and trigger.reading is not None and not trigger.reading.passive:
        menace = subject_before(trigger.sentence.tokens, trigger.reading.start)
        return f"done by no one: {menace[-1].lower!r}" if menace and _blameless(menace, lexicon) else None
    if trigger.group.name == "release" and (thing := _let_out(trigger, lexicon)):
        return f"done to no one: {thing!r}"
    if trigger.type not in VIOLENT:
        return None
    if trigger.attributive and trigger.pattern.lemma in _STATES:
        return "what somebody is, not what happened"
    if work := _told_in(trigger.sentence.words, trigger.first):
        return f"told in a {work}"
    if trigger.reading is None:
        return _of_animals(trigger, lexicon)
    tokens, reading = trigger.sentence.tokens, trigger.reading
    if reading.passive:
        by = trigger.last + 1
        agent = _after(tokens, by + 1) if by < len(tokens) and tokens[by].lower == "by" else []
    elif reading.gerund:
        first, _ = clause_of(trigger.sentence, trigger.first)
        agent = _after(tokens, first + (tokens[first].tag in (Tag.CONJUNCTION, Tag.SUBORDINATOR)))
    else:
        agent = subject_before(tokens, reading.start)
        first, _ = clause_of(trigger.sentence, trigger.first)
        opening = _after(tokens, first)  # "Winds ripped off roofs and cut power", of a clause that "and" joins
        joined = not agent and reading.start and tokens[reading.start - 1].lower == "and"
        if joined or (opening and _says_more(tokens, first + len(opening))):
            agent = opening
    if agent and (cause := _blameless(agent, lexicon)):
        return f"done by no one: {cause!r}"
    if trigger.pattern.lemma == "die" and (dead := subject_before(tokens, reading.start)) and kind_of(dead[-1].lower) == "object":
        return f"done to no one: {dead[-1].lower!r}"  # "the battery died"
    if trigger.group.name in _AIMED and not is_verbal(trigger, lexicon):
        suffers = reading.passive or trigger.group.subject_is_recipient
        if suffers:
            first, end = _subject_span(tokens, reading.start)
            aim: Sequence[Token] = tokens[first:end]
        else:
            aim = _after(tokens, trigger.last + 1)
            end = trigger.last + 1 + len(aim)
        place = bool(aim) and trigger.group.name == "killing" and kind_of(aim[-1].lower) == "location"  # "killing this town"
        if aim and (place or _is_thought(aim[-1].lower, lexicon)) and not _is_of(tokens, end):
            return f"done to no one: {aim[-1].lower!r}"
    return None


def _let_out(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """The thing that is released, where it is nobody: "released a second letter"."""
    if trigger.reading is None or trigger.pattern.lemma == "commute":
        return None
    tokens = trigger.sentence.tokens
    passive = trigger.reading.passive
    noun = subject_before(tokens, trigger.reading.start) if passive else _after(tokens, trigger.last + 1)
    if not noun or noun[-1].tag is not Tag.WORD or noun[-1].lower in lexicon.classes["captive"].single:
        return None
    if noun[-1].lower in _VESSELS:
        return None  # "pirates released a tanker"
    return noun[-1].lower if kind_of(noun[-1].lower) in _THINGS_LET_OUT else None


def is_verbal(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether an attack is one with words: on a plan, law or statement, on critics, or on somebody "as" something."""
    if trigger.type is not _ASSAULT or trigger.reading is None or trigger.pattern.lemma not in _ATTACKED_WITH_WORDS:
        return False
    tokens = trigger.sentence.tokens
    attacked = subject_before(tokens, trigger.reading.start) if trigger.reading.passive else _after(tokens, trigger.last + 1)
    if not attacked:
        return False
    if attacked[-1].lower in lexicon.classes["said"].single:
        return True
    behind = trigger.last + 1
    if not trigger.reading.passive:
        behind += len(attacked)
        if _blames(trigger, behind, lexicon):
            return True
    if behind >= len(tokens) or tokens[behind].lower != "as" or not _says_what(tokens, behind + 1):
        return False
    return not trigger.reading.passive or kind_of(_after(tokens, behind + 1)[-1].lower) != "person"  # not "attacked as a child"


def _blames(trigger: Trigger, behind: int, lexicon: Lexicon) -> bool:
    """Whether what stands at `behind` says what somebody is blamed for, by those who bear no arms: "attacked the government for
    holding 9,000 men", "over its silence"."""
    tokens = trigger.sentence.tokens
    if behind + 1 >= len(tokens) or tokens[behind].lower not in _FOR:
        return False
    reason = tokens[behind + 1]
    if reason.tag is not Tag.POSSESSIVE and not (reason.tag is Tag.WORD and reason.lower.endswith("ing")):
        return False
    first, _ = clause_of(trigger.sentence, trigger.head)
    before = trigger.sentence.words[first : trigger.first]
    return all(lexicon.classes[name].single.isdisjoint(before) for name in ("armed", "force"))


def _of_animals(trigger: Trigger, lexicon: Lexicon) -> str | None:
    """Why a noun tells of no violence: "the killing of a whale"."""
    tokens = trigger.sentence.tokens
    behind = trigger.last + 1
    noun = _after(tokens, behind + 1) if behind < len(tokens) and tokens[behind].lower == "of" else []
    return "done to animals" if noun and noun[-1].lower in lexicon.classes["animal"].single else None


def _is_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun before token `i` says how many: "killed a number of nuns"."""
    return i < len(tokens) and tokens[i].lower == "of"


def _is_thought(noun: str, lexicon: Lexicon) -> bool:
    known = (lexicon.classes[name].single for name in ("territory", "property", "force", "armed", "victim"))
    if noun in lexicon.classes["animal"].single:
        return True
    if noun in _AIMS:
        return False
    return kind_of(noun) in _THOUGHTS and not any(noun in nouns for nouns in known)


def _told_in(lower: Sequence[str], end: int) -> str | None:
    """The work of art in which what stands at `end` is told: "his film tells of a judge who kills a guard"."""
    if _WORKS.isdisjoint(lower[:end]):
        return None
    for i in range(end - 1, -1, -1):
        if lower[i] in _FICTION_ENDS:
            return None
        if lower[i] in _TELLING and (work := _WORKS.intersection(lower[max(0, i - _TOLD_WITHIN) : i])):
            return min(work)
    return None


def _blameless(agent: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The force of nature, illness or hardship that a phrase names: "the storm", "Typhoon Ambo"; not "storm victims"."""
    head = agent[-1]
    named = agent if head.tag is Tag.NAME else [head]
    if head.lower in _SEASONS or _is_blaze(agent):
        return head.lower
    return next((token.lower for token in named for name in _FORCES if token.lower in lexicon.classes[name].single), None)


def _is_capital(token: Token) -> bool:
    return token.tag is not Tag.DETERMINER and token.text[0].isupper()


def _is_blaze(agent: Sequence[Token]) -> bool:
    """Whether a fire is one that burns: not "Israeli fire", "artillery fire"."""
    if agent[-1].lower not in _FIRE or any(_is_capital(token) for token in agent[:-1]):
        return False
    return _OF_ARMS.isdisjoint(token.lower for token in agent)


def _says_more(tokens: Sequence[Token], behind: int) -> bool:
    """Whether "that" or "which" goes on after the noun phrase that opens a clause: "Rain that fell for two days has killed"."""
    return behind < len(tokens) and tokens[behind].lower in ("that", "which")


def subject_before(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """The noun phrase that the verb group beginning at `start` has before it, without what prepositions add to it."""
    first, end = _subject_span(tokens, start)
    return tokens[first:end]


def _subject_span(tokens: Sequence[Token], start: int) -> tuple[int, int]:
    """Of that noun phrase, the first token and the one behind it: the same where there is none."""
    end = start - 1
    while end > 0 and (tokens[end].tag in (Tag.ADVERB, Tag.RELATIVE) or tokens[end].lower in (",", "that")):
        end -= 1
    for _ in range(_BEHIND):
        first = end
        while first >= 0 and tokens[first].tag in _INSIDE:
            first -= 1
        first += 1 if first < 0 or tokens[first].tag is not Tag.DETERMINER else 0
        before = first - 1
        if before < 1 or tokens[before].tag is not Tag.PREPOSITION or tokens[before - 1].tag not in NOUNS:
            break
        end = before - 1
    return (first, end + 1) if end >= 0 and tokens[end].tag in NOUNS else (0, 0)


def _after(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The noun phrase that begins at a token, its article included."""
    last = first
    while last < len(tokens) and (tokens[last].tag in _INSIDE or (last == first and tokens[last].tag is Tag.DETERMINER)):
        if last > first and looks_verbal(tokens, last):
            break
        last += 1
    phrase = tokens[first:last]
    return phrase if phrase and phrase[-1].tag in NOUNS else []


def _says_what(tokens: Sequence[Token], first: int) -> bool:
    """Whether "as" goes on with what somebody is called, "as cowards", and not with what happened, "as they slept"."""
    called = _after(tokens, first)
    if not called:
        return False
    behind = first + len(called)
    return behind >= len(tokens) or not (tokens[behind].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(tokens, behind))
