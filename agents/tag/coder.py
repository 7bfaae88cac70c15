"""From the triggers of a sentence to what it tells: speech acts take in what they govern, and what did not happen is left out."""

from __future__ import annotations

from itertools import compress, pairwise

from agents.tag.clauses import clause_of
from agents.tag.document import Sentence
from agents.tag.figurative import VIOLENT, is_verbal, no_violence
from agents.tag.lexicon import Lexicon
from agents.tag.missed import Suppressed
from agents.tag.modality import Status, assess
from agents.tag.named import only_named
from agents.tag.parties import CALENDAR
from agents.tag.rules import Part, Strength
from agents.tag.speech import HOSTILE, governed_by_speech, is_alleged_deed
from agents.tag.told import Told, join
from agents.tag.triggers import Missed, Trigger, find_triggers
from agents.tag.warned import threatens_nobody
from agents.tag.words import OF_PHRASE, WEEKDAYS, Tag, words
from schemas.plover import Auxiliary, EventType

CUES = 10
"""Words around a trigger in which what tells its mode is looked for."""
_ACCUSE = EventType.ACCUSE
_AGREE = EventType.AGREE
_CONSULT = EventType.CONSULT
_PROTEST = EventType.PROTEST
_REJECT = EventType.REJECT
_REQUEST = EventType.REQUEST
_THREATEN = EventType.THREATEN
_OPERATOR = Strength.OPERATOR
_FUTURE, _HYPOTHETICAL = Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL
_FRIENDLY = frozenset(
    {
        EventType.AGREE,
        EventType.CONSULT,
        EventType.AID,
        EventType.COOPERATE,
        EventType.SUPPORT,
        EventType.RETREAT,
        EventType.CONCEDE,
    }
)
_HARMLESS = _FRIENDLY | {_ACCUSE}
"""What nobody threatens with: an inquiry, talks, aid."""
_VOWS = words("vow promise pledge swear undertake")
"""Verbs after which "not to" says what is promised."""
_MEANT = words("ready prepared intend intends intended would will willing threatening")
_CONDITIONS = words("if unless should")
_DAYS = WEEKDAYS | words("tomorrow tonight")
_COMING = words("next this coming")
_PERIODS = words("week month year weekend morning evening afternoon summer autumn winter spring")
"""What fixes the day of what is to come: "on Friday", "next week"."""
_UNWILLING = words("will would won't wouldn't cannot can't couldn't 'll")
_SAYING = words(
    "said says say saying told announced declared stressed insisted insists added adds warned warns believes argues argued "
    "concluded maintains maintained stated states reiterated emphasised emphasized reminder reminded wrote writes tweeted "
    "asserted contends agreed urged"
)
_MAY_DO = "says what it may do"
"""Group of the lexicon: a threat only with something hostile for its content."""
_SHOWS = frozenset({EventType.PROTEST, EventType.MOBILIZE, EventType.THREATEN})
_EVERYDAY = words("tell need want hope remind wait court prompt persuade convince")
"""Speech verbs of any text: they ask for nothing unless an event is what they govern."""
_ALSO_ASSERTS = frozenset({"suggest that", "insist that", "hope that", "make clear that"})
"""Requests that otherwise say what is the case: "suggested that the mayor was ill"."""
_ASKING = words("ask request urge advise order instruct direct command invite press pressure beg encourage recommend require")
_TOLD_TO = frozenset({"tell _ to"})
_ASKED_REACH = 6
"""Words after a request in which "to" stands: "asked the three large banks to pay"."""
_UNNAMED = words("anonymous anonymity identified named quoted unnamed comment")
_ALONE = words(
    "demand urge plead beg implore beseech entreat appeal petition refuse reject veto rebuff spurn defy deny refute threaten "
    "menace accuse blame allege vow promise pledge implicate condemn call lobby exhort recommend blackmail extort "
    "undertake volunteer"
)
"""Speech acts that are events with nothing said of their content; the others need a content that the lexicon knows."""


def code(sentence: Sentence, lexicon: Lexicon) -> tuple[list[Told], list[Suppressed], list[Missed]]:
    """What a sentence tells, from left to right, what was suppressed with its reason, and what only looks like a trigger."""
    triggers, missed = find_triggers(sentence, lexicon)
    told: list[Told] = []
    suppressed: list[Suppressed] = []
    if not triggers:
        return told, suppressed, missed
    acts = [not trigger.names_an_actor for trigger in triggers]
    governed = governed_by_speech([*compress(triggers, acts)])
    blameless: set[tuple[int, int]] = set()
    for n, trigger in enumerate(triggers):
        if not acts[n]:
            suppressed.append(_because(trigger, "says who, not what"))
            continue
        if trigger.first in governed and not is_alleged_deed(governed[trigger.first], trigger, lexicon.classes):
            suppressed.append(_because(trigger, f"content of {governed[trigger.first].text!r}"))
            continue
        gerund = trigger.reading is not None and trigger.reading.gerund and trigger.type in VIOLENT
        if gerund and clause_of(sentence, trigger.first) in blameless:
            suppressed.append(_because(trigger, "done by no one"))  # "a storm hit the coast, killing nine"
            continue
        if (reason := no_violence(trigger, lexicon)) is not None:
            blameless.add(clause_of(sentence, trigger.first))
            suppressed.append(_because(trigger, reason))
            continue
        if (reason := only_named(trigger, triggers[:n])) is not None:
            suppressed.append(_because(trigger, reason))
            continue
        content = [other for other in triggers if governed.get(other.first) is trigger] if governed else []
        status = assess(trigger, lexicon)
        event = _event(trigger, content, status, lexicon)
        if isinstance(event, str):
            suppressed.append(_because(trigger, event))
        else:
            told.append(event)
    return join(told), suppressed, missed


def _because(trigger: Trigger, reason: str) -> Suppressed:
    return Suppressed(trigger.pattern, trigger.sentence, trigger.first, trigger.last, reason)


def _event(trigger: Trigger, content: list[Trigger], status: Status, lexicon: Lexicon) -> Told | str:
    """What the trigger tells, or why it tells nothing."""
    event_type, mode = trigger.type, _mode(trigger, trigger.type, content, lexicon)
    if event_type is _THREATEN and _vows_not_to(trigger):
        event_type, mode, content = _AGREE, None, []
    elif event_type is _THREATEN and _promises_no_harm(trigger, content):
        event_type, mode = _AGREE, None
    elif event_type is _AGREE and _means_harm(trigger, content):
        event_type, mode = _THREATEN, _content_mode(_THREATEN, content, lexicon)
    auxiliary = set(status.auxiliary)
    reading = trigger.reading
    operator = trigger.group.strength is _OPERATOR
    if status.negated:
        unwilling = reading is not None and (reading.modal in _UNWILLING or reading.infinitive)
        if not (unwilling and event_type in _FRIENDLY):
            return status.reason or "negated"
        return Told(trigger, _REJECT, _content_mode(_REJECT, [trigger], lexicon), frozenset(), [trigger, *content])
    if reason := status.reason or threatens_nobody(trigger, lexicon):
        return reason
    if trigger.group.name == _MAY_DO and not any(other.type in HOSTILE or other.type in _SHOWS for other in content):
        return "a warning of nothing that is known for a threat"
    bare = operator and not content and not _stands_alone(trigger, mode) and not _asks_to(trigger)
    if bare and (
        trigger.pattern.part is not Part.VERB
        or (trigger.pattern.lemma.split()[0] in _EVERYDAY and trigger.pattern.lemma not in _TOLD_TO)
        or trigger.pattern.lemma in _ALSO_ASSERTS
    ):
        return "a speech act with nothing known for its content"
    if is_verbal(trigger, lexicon):
        return Told(trigger, _ACCUSE, "disapprove", frozenset(auxiliary), content)
    if operator and trigger.pattern.part is Part.FIXED and event_type is _REQUEST and not _is_voiced(trigger):
        return "an opinion that nobody is said to voice"
    promised = event_type in _FRIENDLY and not (event_type is _CONSULT and _is_fixed(trigger))
    modal = reading.modal if reading is not None else None
    to_come = _FUTURE in auxiliary and modal and reading is not None and not reading.passive
    if to_come and promised:
        return Told(trigger, _AGREE, None, frozenset({_FUTURE}), [trigger, *content])
    hostile = event_type in HOSTILE or (event_type is _PROTEST and modal == "would")
    conditional = _FUTURE in auxiliary and reading is not None and _on_condition(trigger)
    if hostile and (to_come or conditional):
        said = frozenset({_FUTURE} if to_come else auxiliary)
        return Told(trigger, _THREATEN, _content_mode(_THREATEN, [trigger], lexicon), said, [trigger])
    if operator and event_type in (_THREATEN, _REQUEST) and content and trigger.pattern.lemma.startswith(("warn", "caution")):
        auxiliary.add(_HYPOTHETICAL)
    return Told(trigger, event_type, mode, frozenset(auxiliary), content, bare=bare)


def _is_fixed(trigger: Trigger) -> bool:
    """Whether the day of what is to come is named behind it: "will meet next week" is a meeting, "will meet" a promise."""
    lower = trigger.sentence.words
    _, end = clause_of(trigger.sentence, trigger.head)
    after = lower[trigger.last + 1 : end + 1]
    return not _DAYS.isdisjoint(after) or any(
        (word in _COMING and following in _PERIODS) or ((word.isdigit() or word == "in") and following in CALENDAR)
        for word, following in pairwise(after)
    )


def _on_condition(trigger: Trigger) -> bool:
    """Whether a condition follows: "said the captives would be killed if the army came near"."""
    return not _CONDITIONS.isdisjoint(trigger.sentence.words[trigger.last + 1 : trigger.last + 1 + _ASKED_REACH])


def _vows_not_to(trigger: Trigger) -> bool:
    """Whether it is vowed that something will not be done: "promised on Thursday not to use force"."""
    if trigger.pattern.lemma.split()[0] not in _VOWS:
        return False
    after = trigger.sentence.words[trigger.last : trigger.last + _ASKED_REACH]
    return ("not", "to") in pairwise(after) or ("never", "to") in pairwise(after)


def _promises_no_harm(trigger: Trigger, content: list[Trigger]) -> bool:
    """Whether a noun right behind tells of something else than force, which is only told of behind it: "promised an inquiry into
    the arrests", "pledged aid for the victims of the attack"."""
    if trigger.pattern.lemma.split()[0] not in _VOWS or not content or content[0].verb:
        return False
    gap = trigger.sentence.tokens[trigger.last + 1 : content[0].first]
    return content[0].type in _HARMLESS and all(token.tag in OF_PHRASE for token in gap)


def _means_harm(trigger: Trigger, content: list[Trigger]) -> bool:
    """Whether what somebody is ready to do is hostile: "said it was ready to cut off gas"; what is agreed on is agreed."""
    return bool(content) and content[0].type in HOSTILE and not _MEANT.isdisjoint(trigger.text.split())


def _is_voiced(trigger: Trigger) -> bool:
    """Whether somebody is said to hold what should be."""
    return not _SAYING.isdisjoint(trigger.sentence.words)


def _asks_to(trigger: Trigger) -> bool:
    """Whether a request goes on with what is to be done, be it known to the lexicon or not: "asked both banks to pay"."""
    reading = trigger.reading
    if trigger.type is not _REQUEST or reading is None or reading.passive or trigger.pattern.lemma.split()[0] not in _ASKING:
        return False
    tokens = trigger.sentence.tokens
    for i in range(trigger.last + 1, min(trigger.last + _ASKED_REACH, len(tokens) - 1)):
        if tokens[i].tag is Tag.TO:
            return _UNNAMED.isdisjoint(trigger.sentence.words[i + 1 : i + 4]) and tokens[i + 1].tag in (Tag.WORD, Tag.AUXILIARY)
        if tokens[i].tag not in (Tag.WORD, Tag.NAME, Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.PRONOUN, Tag.NOT):
            return False
    return False


def _stands_alone(trigger: Trigger, mode: str | None) -> bool:
    if trigger.pattern.part is Part.FIXED:
        return trigger.type is _ACCUSE or trigger.pattern.lemma in ("must", "should")
    if trigger.group.object is not None or trigger.group.after is not None:
        return True
    first, *rest = trigger.pattern.lemma.split()
    if first in _EVERYDAY:
        return False
    if trigger.type is _REJECT and rest and rest[-1] != "to":
        return True  # "brushed aside": that a proposal, or the like, stands near is its condition
    return first in _ALONE or len(trigger.pattern.words) >= 3 or trigger.pattern.part is Part.NOUN or mode is not None


def _mode(trigger: Trigger, event_type: EventType, content: list[Trigger], lexicon: Lexicon) -> str | None:
    if lexicon.types[event_type].content and content:
        found = _content_mode(event_type, content, lexicon)
        if found:
            return found
    group = trigger.group
    if group.mode is not None and not group.yields:
        return group.mode
    lower = trigger.sentence.words
    window = lower[max(0, trigger.first - CUES) : trigger.last + 1 + CUES]
    if group.strength is _OPERATOR:
        window = lower[trigger.first : trigger.last + 1 + CUES]
    own = lower[trigger.first : trigger.last + 1]  # "beat a guard to death" tells more than the gunmen who did
    of_type = lexicon.types[event_type]
    for within in (own, window):
        if of_type.cue_words.isdisjoint(within):
            continue
        for mode, cues in of_type.cues:
            if (group.mode is None or mode in group.yields) and cues.find(within):
                return mode
    return group.mode


def _content_mode(event_type: EventType, content: list[Trigger], lexicon: Lexicon) -> str | None:
    first = content[0]
    known = _mode(first, first.type, [], lexicon)
    for mode, types in lexicon.types[event_type].content:
        if f"{first.type}/{known}" in types:
            return mode
    for mode, types in lexicon.types[event_type].content:
        if first.type in types:
            return mode
    return None
