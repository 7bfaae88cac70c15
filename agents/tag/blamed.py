"""Who does what another is accused of, praised or punished for: the one accused, never who accuses; what becomes of them; and that
nobody does what he only gives rise to."""

from __future__ import annotations

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of, noun_phrase
from agents.tag.document import Sentence
from agents.tag.nouns import kind_of
from agents.tag.passives import suffers
from agents.tag.role_words import is_role
from agents.tag.triggers import Trigger
from agents.tag.words import IN_PHRASE, NOUNS, SAYING, Tag, words
from schemas.plover import QUAD_CLASS, QuadClass

OF_WHAT = words("of for with over")
"""Prepositions that lead from somebody to the deed: "accused of", "praised for", "charged with"."""
_HOLDING = words(
    "accuse accuses accused accusing blame blames blamed blaming suspect suspects suspected suspecting charge charges charged "
    "charging convict convicts convicted convicting indict indicts indicted indicting tried sentence sentences sentenced "
    "sentencing jail jails jailed jailing imprison imprisoned arrest arrests arrested arresting detain detains detained detaining "
    "prosecute prosecutes prosecuted prosecuting sue sues sued suing fine fines fined fining punish punishes punished punishing "
    "criticise criticises criticised criticising criticize criticizes criticized criticizing condemn condemns condemned condemning "
    "denounce denounces denounced denouncing slam slams slammed slamming fault faults faulted rebuke rebukes rebuked "
    "praise praises praised praising thank thanks thanked thanking hailed commend commends commended applaud applauds "
    "applauded forgive forgives forgave cleared acquit acquits acquitted expel expels expelled sacked "
    "sanction sanctions sanctioned sanctioning"
)
_HELD = words("accused suspected charged convicted wanted blamed acquitted tried indicted implicated involved")
"""Of those, what stands behind a noun without a form of "be": "a man suspected of"."""
_SHARES = words("role roles part involvement complicity participation hand")
"""What one has in a deed."""
_BE = words("is are was were be been being get gets got")
_ENDS = frozenset({Tag.PUNCTUATION, Tag.AUXILIARY, Tag.MODAL, Tag.SUBORDINATOR, Tag.RELATIVE})
_SOMEBODY = frozenset({"person", "group"})
_BEFORE_NOUNS = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION})
"""What makes a noun of such a word: "on charges of", "the accused"."""
_SUFFERING = words(
    "suffer suffers suffered suffering endure endures endured survive survives survived sustain sustains sustained face faces "
    "faced facing"
)
_NOT_DOING = _SUFFERING | words(
    "spark sparks sparked sparking trigger triggers triggered triggering prompt prompts prompted prompting provoke provokes "
    "provoked provoking ignite ignites ignited igniting unleash unleashes unleashed unleashing fuel fuels fueled fuelled fueling "
    "fuelling cause causes caused causing inspire inspires inspired inspiring draw draws drew drawing witness witnesses witnessed "
    "probe probes probed probing investigate investigates investigated investigating condemn condemns condemned condemning "
    "denounce denounces denounced denouncing mourn mourns mourned mourning film films filmed filming foil foils foiled thwart "
    "thwarts thwarted prevent prevents prevented avert averts averted fear fears feared fearing remember remembers remembered "
    "report reports reported reporting describe describes described describing hear hears heard hearing"
)
"""Verbs before a deed that those don't do who do what they tell; of the first kind they suffer it."""
_WAKING = words("woke awoke woken awakened wake wakes waking")
"""Before "to" and what somebody hears: "residents woke to gunfire"."""
_AUXILIARY, _NAME = Tag.AUXILIARY, Tag.NAME
_GOES_ON = words(", and or")
_DONE = frozenset({QuadClass.MATERIAL_CONFLICT, QuadClass.MATERIAL_COOPERATION})
"""What may go on after a deed: "of bombing a clinic, killing four"; what is only said is said by who accuses."""
_AMONG = words("among including mostly mainly")
_FARTHEST = 14
"""Tokens from such a verb to the deed."""


def blamed_for(trigger: Trigger, sentence: Sentence) -> tuple[int, int] | None:
    """The tokens, first and last, among which who does it stands; None where nobody is held to it.

    "The ministry accused Israel of bombing a clinic": between the verb and its preposition; "Israel was accused of bombing a
    clinic": before the verb.
    """
    tokens = sentence.tokens
    reading = trigger.reading
    if reading is not None and not reading.gerund:
        return None
    at = (reading.start if reading is not None else trigger.first) - 1
    if at > 0 and tokens[at].lower in _GOES_ON and QUAD_CLASS[trigger.type] in _DONE:
        at = _leads_to_gerund(sentence, at)
    if reading is not None and at > 0 and tokens[at].lower == "by":
        at = _leads_to_gerund(sentence, at)  # "of violating the truce by shelling"
    while reading is None and at > 0 and tokens[at].tag in IN_PHRASE and tokens[at].lower not in _HOLDING:
        at -= 1
    if reading is None and at > 1 and tokens[at].lower == "in" and tokens[at - 1].lower in _SHARES:
        at -= 1  # "sanctions on two colonels for their role in massacres"
        while at > 0 and tokens[at].tag in IN_PHRASE:
            at -= 1
    if at < 1 or tokens[at].lower not in OF_WHAT:
        return None
    first, _ = clause_of(sentence, at)
    for i in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
        token = tokens[i]
        if token.lower not in _HOLDING or (i and tokens[i - 1].tag in _BEFORE_NOUNS):
            continue
        if _is_passive(sentence, i):
            return (0, i - 1) if i else None
        if i == at - 1:
            return noun_phrase(i - 1, sentence) if i else None
        return i + 1, at - 1
    return None


def not_done_by_subject(trigger: Trigger, sentence: Sentence) -> bool | None:
    """Whether the verb before a noun has a subject that suffers what the noun names: "the town suffered an attack". False where it
    neither does nor suffers it: "the arrest sparked weeks of protests", "police probed the blast". None for other verbs."""
    tokens = sentence.tokens
    at = trigger.first - 1
    while at > 0 and (tokens[at].tag in IN_PHRASE or tokens[at].lower == "of") and tokens[at].lower not in _NOT_DOING:
        at -= 1
    if at < 1:
        return None
    governor = tokens[at].lower
    if governor == "to" and tokens[at - 1].lower in _WAKING:
        return False
    return governor in _SUFFERING if governor in _NOT_DOING else None


def by_whom(trigger: Trigger, sentence: Sentence) -> tuple[int, int] | None:
    """The tokens from "by" on behind a deed and its victim: "the bombing of two towns in June by Peru's air force"; None where no
    "by" leads to somebody."""
    tokens = sentence.tokens
    if tokens[trigger.last + 1 : trigger.last + 2] and tokens[trigger.last + 1].lower not in ("of", "by", "on", "against"):
        return None
    for i in range(trigger.last + 1, len(tokens) - 1):
        if tokens[i].tag in _ENDS or looks_verbal(tokens, i):
            return None
        if tokens[i].lower == "by":
            head = next((k for k in range(i + 1, len(tokens)) if tokens[k].tag not in IN_PHRASE or tokens[k].lower == "'s"), i + 1)
            noun = tokens[max(i + 1, head - 1)]
            somebody = tokens[i + 1].tag is _NAME or (tokens[head : head + 1] and tokens[head].tag is _NAME)
            return (i + 1, len(tokens) - 1) if somebody or kind_of(noun.lower) in _SOMEBODY or is_role(noun.lower) else None
    return None


def before_what_follows(trigger: Trigger, sentence: Sentence) -> tuple[int, int] | None:
    """The tokens before such a verb behind a noun: in "the arrest of a nun sparked protests by students" no student arrests; None
    where no such verb follows."""
    tokens = sentence.tokens
    _, end = clause_of(sentence, trigger.last)
    for i in range(trigger.last + 1, end + 1):
        if tokens[i].tag is _AUXILIARY:
            return None
        if tokens[i].lower in _NOT_DOING:
            return 0, i - 1
    return None


def speaker_before(sentence: Sentence, comma: int) -> tuple[int, int] | None:
    """The tokens from a verb of saying to a comma: "said Amina Yusuf, accusing soldiers"; None where no such verb opens them."""
    tokens = sentence.tokens
    at = comma - 1
    while at > 0 and (tokens[at].tag in IN_PHRASE or tokens[at].tag is _NAME) and tokens[at].lower not in SAYING:
        at -= 1
    inverted = 0 < at < comma - 1 and tokens[comma].lower == "," and tokens[at].lower in SAYING
    return (at + 1, comma - 1) if inverted and tokens[at - 1].tag is Tag.PUNCTUATION else None


def aside_before(trigger: Trigger, sentence: Sentence) -> tuple[int, int] | None:
    """The tokens, first and last, of what stands between a subject and its verb, and says what it is accused of, "a man suspected
    of stabbing two guards was arrested", or who is among them, "nine men, among them a colonel, were held"; None where nothing
    does."""
    reading = trigger.reading
    if reading is None or not reading.finite:
        return None
    tokens = sentence.tokens
    first, _ = clause_of(sentence, reading.start)
    for i in range(reading.start - 2, first, -1):
        follows = tokens[i + 1].lower in OF_WHAT or tokens[i + 1].lower == "in"
        if follows and tokens[i].lower in _HELD and tokens[i - 1].tag in NOUNS and not _is_passive(sentence, i):
            return i, reading.start - 1
    lower = sentence.words
    if reading.start > first + 2 and lower[reading.start - 1] == ",":
        listed = (i for i in range(reading.start - 2, first, -1) if lower[i] == "," and lower[i + 1] in _AMONG)
        return next(((i, reading.start - 1) for i in listed), None)
    return None


def _leads_to_gerund(sentence: Sentence, end: int) -> int:
    """The last preposition before a token that leads to a gerund: "of" in "of bombing a clinic, killing four"; -1 for none."""
    tokens = sentence.tokens
    pairs = range(end - 2, max(0, end - _FARTHEST), -1)
    return next((i for i in pairs if tokens[i].lower in OF_WHAT and tokens[i + 1].lower.endswith("ing")), -1)


def follows_passive(comma: int, sentence: Sentence) -> bool:
    """Whether a passive verb stands in the clause before a comma: "the boat was hit by a shell,"."""
    first, _ = clause_of(sentence, comma - 1)
    return any(sentence.words[i] in _BE and suffers(sentence.tokens, i) for i in range(first, comma))


def _is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a participle has a form of "be" before it: "was accused", not "has accused"."""
    at = verb - 1 if not sentence.words[verb].endswith("ing") else -1
    while at >= 0 and sentence.tokens[at].tag in (_AUXILIARY, Tag.ADVERB):
        if sentence.tokens[at].lower in _BE:
            return True
        at -= 1
    return False
