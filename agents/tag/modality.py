"""Whether what a trigger tells has happened or will happen: hypotheses, risks, advice, questions and denials are no events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agents.tag.clauses import clause_of
from agents.tag.document import Token
from agents.tag.figurative import VIOLENT
from agents.tag.governors import governor_of
from agents.tag.infinitives import Infinitive, is_prevented, of_infinitive
from agents.tag.inflect import Form
from agents.tag.lexicon import Lexicon
from agents.tag.noun_verbs import are_dropped, before_phrase, caused, is_indefinite, is_subject, may_happen, modal_of_subject
from agents.tag.reading import PARTICIPLES
from agents.tag.rules import Part
from agents.tag.triggers import Trigger
from agents.tag.words import PREPOSITIONS, Tag, words
from schemas.plover import Auxiliary, EventType

_FUTURE, _HISTORICAL = Auxiliary.FUTURE, Auxiliary.HISTORICAL
_ACCUSE, _REQUEST = EventType.ACCUSE, EventType.REQUEST
_BASE, _ING, _PARTICIPLE, _THIRD = Form.BASE, Form.ING, Form.PARTICIPLE, Form.THIRD

_GOVERNS = 9
"""Words from an unreal governor to what it governs: "fear that the militants in the hills could attack"."""
_NEXT = 3
"""The same where the trigger is told as known: only what governs it at once, "feared the attack"."""
_QUOTES = frozenset("\"“”'’«»")
_SAYING = words(
    "say says said saying announce announces announced tell told tells confirm confirmed confirms declare declared pledged vowed "
    "promised"
)
_FUTURE_MODALS = words("will shall 'll won't")
_POSSIBLE_MODALS = words("would could may might can")
_UNREAL_ADJECTIVES = words(
    "possible potential likely future imminent feared hypothetical would-be further any such attempted foiled thwarted failed "
    "botched next impending plausible threatened suspected fake mock simulated alleged proposed more every"
)
_STILL_TOLD = words("alleged attempted suspected failed such further more botched every")
"""Of those, the ones after which something was at least said to have happened."""
_FUTURE_ADJECTIVES = words("planned upcoming scheduled forthcoming looming coming expected")
_FEARED = words("looming coming expected forthcoming")
"""Of those, what only fears or guesses say of violence and measures."""
_CONDITIONS = words("if unless whether")
_SUPPOSES = words("imagine suppose picture")
_INVERTED = words("had should were")
_ASKS_ABOUT = words("why how when where who")
_FEELING = words("feel feels feeling felt")
_WAS = words("was were did had has have")
"""After a word that asks, what follows is known: "Why was the bridge bombed?"."""
_NEGATIVE = words("no without neither nor never not")
_NOBODY = words("nobody no-one none neither")
_SAID_WITHIN = 6
"""Words between a verb of saying and that of what is said."""
_NO_ONE = ("no", "one")
_LEADING = PREPOSITIONS | {"to"}
_AIMS = words("priority priorities aim aims goal goals task tasks job plan plans option options focus idea purpose hope hobby")
_ANYBODY = words("anyone anybody anything any")
_PENALTIES = frozenset({"arrest", "in prison", "sentence"})
"""Groups whose nouns and phrases a law may hold out: "a bill that would punish it with nine years in jail"."""
_HELD_OUT = words("carries carry punishable maximum")
_LONG = words("decade decades century centuries years")
"""Lengths of time that may tell of history, too."""
_REWARDS = words("reward rewards bounty")
"""Before "for" and what has not been done yet."""
_OF_BILL = 4
"""Words between what a bill is about and the bill, at most."""
_BILLS = words("bill law legislation amendment proposal draft")
_AS_A_RULE = words("every each usually normally often rarely seldom always sometimes regularly")
"""Beside a plain present: what is done as a rule, "meets every Tuesday"."""
_NO_MATTER = words("fewer less more doubt sooner matter wonder longer later")
"""After "no", which denies nothing with them."""
_FRIENDLY = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.AID, EventType.SUPPORT})


@dataclass(slots=True)
class Status:
    """How an event is told. `reason`: why it is none, or None where it is one."""

    auxiliary: frozenset[Auxiliary] = frozenset()
    reason: str | None = None
    negated: bool = False


def _unreal(reason: str) -> Status:
    return Status(reason=reason)


def assess(trigger: Trigger, lexicon: Lexicon) -> Status:
    """The status of what a trigger tells, leaving aside the speech acts around it."""
    lower = trigger.sentence.words
    first, last = clause_of(trigger.sentence, trigger.head)
    clause = lower[first : last + 1]
    presupposed = trigger.presupposed
    if lower[0] in _SUPPOSES:
        return _unreal("only imagined")
    if not presupposed and _asked(lower, trigger.head):
        return _unreal("asked, not told")
    if (trigger.verb or trigger.pattern.part is Part.FIXED) and _nobody_says(trigger):
        return Status(negated=True, reason="negated")
    conditional = lexicon.modality.words["conditional"].find(lower[max(0, first - 1) : trigger.head])
    if not conditional and lower[0] in _INVERTED and "?" not in lower:
        conditional = lower[0]  # "Had the talks failed, ..."
    if (
        conditional
        and not _ended(lower, conditional, trigger.head)
        and not (presupposed and not _is_condition(trigger, conditional))
    ):
        return _unreal(f"conditional: {conditional!r}")
    if lower[first] == "until" and any(token.tag is Tag.MODAL for token in trigger.sentence.tokens[:first]):
        return _unreal("until it happens")  # "would stay shut until Minsk freed him"
    if trigger.reading is not None and lower[trigger.reading.start - 1] in _CONDITIONS and not trigger.reading.finite:
        return _unreal("conditional")  # "faces nine years if convicted"
    if governor := governor_of(trigger, lexicon, _NEXT if presupposed else _GOVERNS):
        return _unreal(f"not said to have happened: {governor!r}")
    status = _of_verb(trigger, bool(conditional), lexicon) if trigger.reading else _of_noun(trigger, lexicon)
    if status.reason or status.negated:
        return status
    flags = set(status.auxiliary)
    if _FUTURE not in flags and lexicon.modality.words["historical"].find(clause) and not _is_compared(clause):
        flags.add(_HISTORICAL)
    return Status(frozenset(flags), None)


def _asked(lower: Sequence[str], head: int) -> bool:
    """Whether the sentence asks, and not just another that is quoted behind it: "... his victims. " Who knows?"."""
    if "?" not in lower[-2:] or (lower[0] in _ASKS_ABOUT and lower[1] in _WAS):
        return False
    return not any(lower[i] == "." and lower[i + 1] in _QUOTES for i in range(head, len(lower) - 2))


def _is_condition(trigger: Trigger, conditional: str) -> bool:
    """Whether a noun is the subject of the condition, "if the talks fail", and not just named in it, "whether after the attack"."""
    last = conditional.split()[-1]
    return not trigger.verb and last != "whether" and last in trigger.sentence.words[max(0, trigger.first - 3) : trigger.first]


def _ended(lower: list[str], conditional: str, head: int) -> bool:
    """Whether the conditional clause that begins with the word ends at a comma before `head`."""
    word = conditional.split()[0]
    begin = max((i for i in range(head) if lower[i] == word), default=0)  # "Should you want to ...": the head itself
    return "," in lower[begin:head]


def _of_verb(trigger: Trigger, conditional: bool, lexicon: Lexicon) -> Status:
    reading = trigger.reading
    if reading is None:
        raise ValueError("a verb has a reading")
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    begin, end = clause_of(trigger.sentence, trigger.head)
    clause = lower[begin : end + 1]
    following = tuple(lower[trigger.last + 1 : trigger.last + 3])
    nothing = following[:1] == ("no",) and not _NO_MATTER.issuperset(following[1:]) and trigger.type is not _REQUEST
    if not _NOBODY.isdisjoint(following[:1]) or following == _NO_ONE or nothing:
        return Status(negated=True, reason="negated")
    if trigger.pattern.form in PARTICIPLES and lower[trigger.first - 1] in _FEELING:
        return _unreal("only felt")  # "students feel blamed"
    if lower[reading.start] == "be" and not (reading.infinitive or reading.modal):
        return _unreal("only asked for")  # "insisted the tax be scrapped"
    subject = lower[begin : reading.start]
    if reading.negated and "likely" in lower[reading.start : trigger.first]:
        return _unreal("not likely")  # and nobody refuses
    if reading.negated or _names_nobody(subject):
        return Status(negated=True, reason="negated")
    if reading.finite and _nobody_does(tokens, reading.start):
        return Status(negated=True, reason="negated")
    if reading.modal == "'d" and (trigger.pattern.form is _PARTICIPLE or "been" in lower[reading.start : trigger.first]):
        return Status()  # "who'd been advising": had
    if reading.modal:
        if conditional:
            return _unreal("depends on a condition")
        if reading.modal in _FUTURE_MODALS:
            return Status(frozenset({_FUTURE}))
        if reading.modal in ("would", "'d") and not _SAYING.isdisjoint(lower[: reading.start]):
            return Status(frozenset({_FUTURE}))
        return _unreal(f"only possible: {reading.modal!r}")
    if reading.infinitive:
        told = of_infinitive(trigger, reading, begin, lexicon)
        if told is Infinitive.DENIED:
            return Status(negated=True, reason="negated")
        if told is Infinitive.PURPOSE:
            return _unreal("a purpose or a plan, not told as done")
        return Status(frozenset({_FUTURE}) if told is Infinitive.AHEAD else frozenset())
    plain = trigger.pattern.form in (_BASE, _THIRD) and reading.start == trigger.first
    if plain and trigger.type not in VIOLENT and not _AS_A_RULE.isdisjoint(clause):
        return _unreal("what is done as a rule")
    if trigger.pattern.form is _ING and subject and subject[-1] in _AIMS:
        return _unreal("an aim, not told as done")  # "its priorities are freeing the hostages"
    if is_prevented(reading, subject) or (lower[begin] == "before" and not _ANYBODY.isdisjoint(subject)):
        return _unreal("prevented")  # "before anyone was hurt"
    if reading.gerund and reading.start and lower[reading.start - 1] in _NEGATIVE:
        return Status(negated=True, reason="negated")
    if reading.gerund and trigger.last + 1 < len(tokens) and tokens[trigger.last + 1].tag is Tag.MODAL:
        return _after_noun(lower[trigger.last + 1], frozenset())
    return Status()


def _is_compared(clause: Sequence[str]) -> bool:
    """Whether a length of time only says how rare something is, or how long it went on: "the largest protests in a decade"."""
    for i, word in enumerate(clause):
        if word in _LONG and clause[i + 1 : i + 2] == ["of"]:
            return True  # "to end decades of conflict"
        if word in _LONG and i > 1 and not {"in", "for", "since"}.isdisjoint(clause[i - 2 : i]):
            return any(other.endswith("est") or other in ("most", "first", "worst") for other in clause[:i])
    return False


def _of_noun(trigger: Trigger, lexicon: Lexicon) -> Status:
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    if trigger.type not in _FRIENDLY and not trigger.presupposed and (possible := caused(tokens, trigger.first)):
        return _unreal(f"only possible: {possible!r}")
    if (trigger.type in _FRIENDLY or trigger.group.mode == "ceasefire") and (
        ended := before_phrase(tokens, trigger.first, lexicon)
    ):
        return _unreal(f"ended: {ended!r}")
    if lower[trigger.last + 2 : trigger.last + 3] and lower[trigger.last + 1] in _LEADING and lower[trigger.last + 2] in _NOBODY:
        return Status(negated=True, reason="negated")  # "a threat to nobody"
    if trigger.type is _ACCUSE and are_dropped(tokens, trigger.last + 1):
        return _unreal("dropped")
    before = lower[max(0, trigger.first - _GOVERNS) : trigger.first]
    if not trigger.presupposed and "ever" in before and _names_nobody(lower[: trigger.first]):
        return Status(negated=True, reason="negated")  # "none of them has ever been paid to organise protests"
    if _is_subject_of_bill(lower, trigger.first):
        return _unreal("what a bill is about")
    bill = not (_BILLS.isdisjoint(lower[: trigger.first]) or _POSSIBLE_MODALS.isdisjoint(before))
    if "for" in before and not _REWARDS.isdisjoint(before):
        return _unreal("what a reward is for")
    if trigger.group.name in _PENALTIES and (bill or not _HELD_OUT.isdisjoint(before)):
        return _unreal("a penalty that may be")
    flags: set[Auxiliary] = set()
    for i in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        word, tag = lower[i], tokens[i].tag
        if word in _NEGATIVE:
            return Status(negated=True, reason=f"negated: {word!r}")
        if word in _FEARED and trigger.type in VIOLENT:
            return _unreal(f"not said to have happened: {word!r}")
        if word in _FUTURE_ADJECTIVES:
            flags.add(_FUTURE)
        elif word in _UNREAL_ADJECTIVES and word not in _STILL_TOLD:
            return _unreal(f"not said to have happened: {word!r}")
        if tag in (Tag.DETERMINER, Tag.PREPOSITION, Tag.AUXILIARY, Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.POSSESSIVE):
            break
    modal = trigger.last + 1
    if modal < len(lower) and lower[modal] in PREPOSITIONS:
        modal = modal_of_subject(tokens, modal)
        if not is_indefinite(tokens, trigger.first) and not may_happen(tokens, modal):
            return Status(frozenset(flags))
    following = lower[modal] if modal < len(lower) else ""
    if following in _POSSIBLE_MODALS and trigger.presupposed and not (is_subject(trigger) and may_happen(tokens, modal)):
        return Status(frozenset(flags))
    return _after_noun(following, frozenset(flags))


def _is_subject_of_bill(lower: Sequence[str], first: int) -> bool:
    """Whether a noun says what a bill is about: "a bill on foreign | funding"."""
    at = max((i for i in range(max(1, first - _OF_BILL), first) if lower[i] in ("on", "about", "against")), default=0)
    return at > 0 and lower[at - 1] in _BILLS


def _names_nobody(subject: Sequence[str]) -> bool:
    """Whether nobody is named in a clause before its verb; what "that" opens has a subject of its own: "no one doubts that he"."""
    if _NOBODY.isdisjoint(subject) and "one" not in subject:
        return False
    own = subject[max((i + 1 for i, word in enumerate(subject) if word == "that"), default=0) :]
    return not _NOBODY.isdisjoint(own) or _NO_ONE in pairwise(own)


def _nobody_says(trigger: Trigger) -> bool:
    """Whether nobody says what a verb tells: "no group has said it was behind the raid"."""
    tokens, lower = trigger.sentence.tokens, trigger.sentence.words
    start = trigger.reading.start if trigger.reading else trigger.first
    before = max(0, start - _SAID_WITHIN) + 1
    if _SAYING.isdisjoint(lower[before:start]):
        return False
    said = next(i for i in range(start - 1, before - 1, -1) if lower[i] in _SAYING)
    return "," not in lower[said:start] and _nobody_does(tokens, _group_start(tokens, said))


def _group_start(tokens: Sequence[Token], i: int) -> int:
    while i and tokens[i - 1].tag in (Tag.AUXILIARY, Tag.ADVERB):
        i -= 1
    return i


def _nobody_does(tokens: Sequence[Token], start: int) -> bool:
    """Whether the subject of the verb group that begins at a token has "no" before it: "no troops have", not "no fewer than"."""
    i = start - 1
    while i > 0 and tokens[i].tag in (Tag.WORD, Tag.NAME):
        i -= 1
    return 0 <= i < start - 1 and tokens[i].lower == "no" and tokens[i + 1].lower not in _NO_MATTER


def _after_noun(following: str, flags: frozenset[Auxiliary]) -> Status:
    """What the modal after a noun makes of it: "an attack could follow"."""
    if following in _POSSIBLE_MODALS:
        return _unreal(f"only possible: {following!r}")
    return Status(flags | {_FUTURE}) if following in _FUTURE_MODALS else Status(flags)
