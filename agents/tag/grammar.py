"""Who cannot be the one that acts, or is acted on, by the grammar of the sentence alone: better nobody than a bystander."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.beyond import (
    another_verb,
    does_another,
    is_behind_accused,
    is_behind_reason,
    is_called_by_deed,
    is_subject_behind_noun,
    is_subject_of_next,
    is_told_of_object,
)
from agents.tag.bystanders import ITS, is_among_others, is_bystander, is_plain, only_watches
from agents.tag.chunks import looks_verbal
from agents.tag.clauses import between, clause_of
from agents.tag.document import Sentence, Token
from agents.tag.figurative import VIOLENT
from agents.tag.intervals import UNITS
from agents.tag.nouns import kind_of
from agents.tag.outside import (
    GOES_ON,
    has_object,
    is_apart,
    is_behind_another,
    is_behind_opening,
    is_behind_verb,
    is_name_of_subject,
    is_object_before_comma,
    is_subject_form,
    names_nobody,
    only_reports,
    only_says,
    opens_with_a_date,
    parted,
    stands_outside,
    tells_whose,
    token_before,
)
from agents.tag.parties import Phrase
from agents.tag.parts import is_told_apart
from agents.tag.passives import is_far_from_harmed, suffers, suffers_violence
from agents.tag.pattern import GAP
from agents.tag.reading import Reading
from agents.tag.reasons import stands_before
from agents.tag.relatives import has_aside, in_aside, is_antecedent, is_before_antecedent
from agents.tag.role_words import CROWDS, is_role
from agents.tag.roles import MUTUAL
from agents.tag.rules import Part
from agents.tag.speech import JUDGING
from agents.tag.triggers import Trigger
from agents.tag.victims import is_weapon
from agents.tag.whereabouts import SIDES
from agents.tag.words import SAYING, Tag, words
from schemas.plover import QUAD_CLASS, EventType, QuadClass

_FIXED, _NOUN = Part.FIXED, Part.NOUN
_WORD, _SUBORDINATOR = Tag.WORD, Tag.SUBORDINATOR
_WHERE = words(
    "in at on near into across outside inside within along towards toward throughout amid amidst beside behind beneath around onto"
)
"""Prepositions of places, times and themes."""
VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
"""Who only speaks, speaks to somebody: a thing can be hit, but not asked."""
_MATERIAL = frozenset({QuadClass.MATERIAL_COOPERATION, QuadClass.MATERIAL_CONFLICT})
_THEMES = words("over about against despite")
"""Prepositions of what somebody speaks of, or is angry at: "marched over the arrest of a bishop"."""
_THROUGHOUT = words("across along throughout")
_MEDIATED = words("brokered mediated hosted facilitated sponsored chaired convened")
"""Participles before "by" and who only brought others together."""
_CAPTIVE = words("hostage captive prisoner")
"""What somebody becomes by an expression that ends so."""
_REASONS = _THEMES | words("after following")
_DOERS_AFTER = words("by from of")
_OWNED_TO = words("claimed blamed attributed perpetrated committed staged mounted masterminded orchestrated")
"""Participles after a deed that lead, by their preposition, to who did it."""
_LEADS = frozenset({Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.PUNCTUATION})
"""What stands before the subject of another clause: "shot dead after police fired"."""
_ACCUSE, _MOBILIZE, _PROTEST = EventType.ACCUSE, EventType.MOBILIZE, EventType.PROTEST
_REJECT, _THREATEN = EventType.REJECT, EventType.THREATEN


def cannot_act(trigger: Trigger, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is not who does what the trigger tells.

    What stands after a preposition of place: "in Kebbi state"; beside a passive, what suffers another, "two were hurt", and what
    follows it without "by"; before a verb that "and" joins to one with a subject, that one's object: "stormed a school and took".
    """
    tokens = sentence.tokens
    if is_apart(trigger, phrase):
        return True
    before = token_before(tokens, phrase.first)
    governor = tokens[before].lower if before >= 0 else ""
    if (
        governor in _WHERE
        and not opens_with_a_date(tokens, before, phrase)
        and not is_antecedent(phrase, trigger.reading, sentence)
    ):
        return True
    if governor == "to" and phrase.place:
        return True  # "routes to Venezuela"
    if _only_names(trigger, phrase) or only_says(trigger.last, phrase, tokens) or names_nobody(phrase, tokens):
        return True
    reading = trigger.reading
    if is_among_others(trigger, phrase, before, tokens):
        return True
    inside = trigger.first < phrase.first and phrase.last <= trigger.last
    if inside and reading is not None and not reading.passive:
        return True  # "took nine soldiers prisoner", "recalled its ambassador"
    if trigger.attributive:
        return governor != "by"  # "their jailed leader, Abel Moss"
    if only_watches(trigger, phrase, tokens, before):
        return True
    if reading is None:
        if phrase.last < trigger.first and (trigger.group.subject_is_recipient or _is_state(trigger)):
            return True  # "six lost their lives", "three are in custody"
        if stands_before(_REASONS, trigger, phrase, tokens):
            return True  # "resigned after weeks of protests over the arrest"
        if is_behind_verb(trigger.last, before, tokens):
            return True  # "protests spread, with police holding nine", "a strike went on despite calls from Ross"
        if trigger.type not in MUTUAL and is_behind_opening(trigger.last, phrase, tokens):
            return True  # "in the wake of protests, Ross said"
        if phrase.place and governor == "of" and phrase.first > trigger.last and tokens[phrase.last + 1].tag is Tag.POSSESSIVE:
            return True  # "attacks in the south of Peru's Cusco district"
        plain = tokens[phrase.last].tag is _WORD and not phrase.sectors and phrase.country is None
        if plain and phrase.last == trigger.first - 1:  # "a huge explosion"
            return True
        agent = token_before(tokens, trigger.first)
        by = agent >= 0 and tokens[agent].lower == "by"  # "two were killed by a bomb"
        if trigger.type in VIOLENT and suffers_violence(phrase, trigger, tokens):
            return True
        return (by or trigger.pattern.part is _FIXED) and phrase.last < trigger.first and suffers(tokens, phrase.last + 1)
    if stands_outside(phrase, before, reading, sentence):
        return True
    if not reading.passive and phrase.first > trigger.last and before >= 0 and tokens[before].tag is _SUBORDINATOR:
        return True  # "relations soured after Peru said"
    if reading.finite and not reading.passive and governor == "by" and phrase.first > trigger.last:
        return not trigger.group.subject_is_recipient  # "denied allegations by Peru"
    if reading.finite and governor == "by" and phrase.last < reading.start and tokens[before - 1].lower in _MEDIATED:
        return True  # "talks brokered by the Church broke down"
    if reading.finite and governor == "of" and tells_whose(phrase, before, reading, tokens):
        return True  # "supporters of Moss blocked roads"
    if reading.finite and is_before_antecedent(phrase, reading, sentence):
        return True  # "police dispersed students who were protesting"
    if reading.gerund and is_object_before_comma(phrase, reading, tokens):
        return True  # "approved a bill on foreign agents, defying protests"
    if reading.gerund and phrase.last < reading.start - 1 and _is_said_of_another(trigger, reading, tokens):
        return True  # "beat women protesting it", "arrested activists demanding it"
    own = governor in _DOERS_AFTER and (governor != "of" or before <= trigger.last + 1)
    if trigger.group.subject_is_recipient and (phrase.last < reading.start or not own):
        return True  # "nine villagers died", "came under fire from rebels", "were convicted of the murder of a judge"
    if reading.passive and "by" in trigger.pattern.words and phrase.last < reading.start:
        return True  # "was taken away by police"
    if phrase.last < reading.start and governor == "with" and (reading.finite or is_plain(phrase, tokens)):
        return True  # "talks with it failed", "gathered with whistles to protest"
    if reading.passive and not (trigger.type is _MOBILIZE and phrase.last < reading.start):
        intransitive = not has_object(tokens, trigger.last + 1, len(tokens))
        if suffers(tokens, phrase.last + 1) or (phrase.last == reading.start - 1 and intransitive):
            return True
        if phrase.first < trigger.last:
            return _in_clause_of(phrase, reading, sentence)
        leads = between(sentence, trigger.last, phrase.first) and before >= 0 and tokens[before].tag in _LEADS
        later = before > 0 and tokens[before - 1].lower in UNITS
        return (not leads or later) and governor != "by"  # "were freed a day after officers raided"
    if not _joins(tokens, reading) or phrase.last >= reading.start or before < 0:
        return False
    return governor == "as" or _is_object(tokens, before)  # "dismissed it as a witch hunt and accused them"


def cannot_suffer(trigger: Trigger, phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a phrase is not whom what the trigger tells is done to.

    Who only says it; what a later verb does something to, "condemned the raid and ordered troops"; what an attack is made with,
    "removed them with rubber bullets, wounding eight"; and the place beside which something is that a noun names.
    """
    tokens = sentence.tokens
    if is_apart(trigger, phrase):
        return True
    if _only_names(trigger, phrase) or only_says(trigger.last, phrase, tokens) or names_nobody(phrase, tokens):
        return True
    if phrase.last == trigger.last and trigger.first < phrase.first and tokens[phrase.last].lower in _CAPTIVE:
        return True  # "took nine hostage"
    kind, reading = trigger.type, trigger.reading
    before = token_before(tokens, phrase.first)
    stands = tokens[before].lower if before >= 0 else ""
    preposition = "" if trigger.first <= before <= trigger.last else stands
    if preposition in _WHERE and kind not in VIOLENT and is_plain(phrase, tokens):
        return True  # "signed in line with", "visited the wounded in hospital"
    if is_bystander(trigger, phrase, sentence, before) or is_among_others(trigger, phrase, before, tokens):
        return True
    if kind is _MOBILIZE and reading is not None and reading.passive and phrase.last < reading.start:
        return True  # "riot police were deployed": they act
    says = trigger.pattern.words[-1] == "that" or sentence.words[trigger.last] in SAYING
    if kind is _THREATEN and says and _opens_clause(phrase, tokens) and phrase.first > trigger.last:
        return True  # "warned that Peru would use force": its own
    if preposition in _THROUGHOUT:
        return True  # "exchanged fire across the Line of Control"
    if kind in MUTUAL and stands == "of" and reading is not None and phrase.last < reading.start:
        return True  # "the ministers of the G7 met"
    if QUAD_CLASS[kind] in VERBAL and trigger.verb and is_told_of_object(trigger, phrase):
        return True  # "rejected a report that accused it of torture"
    if kind is _ACCUSE and is_behind_accused(trigger, phrase, tokens):
        return True  # "accused it of torturing detainees"
    if kind is _REJECT and phrase.first > trigger.last:
        own = tokens[phrase.first - 1].lower in ITS and "that" in sentence.words[trigger.last + 1 : phrase.first]
        holds_object = trigger.first < trigger.last and sentence.words[trigger.last + 1 : trigger.last + 2] == ["that"]
        if own or holds_object or trigger.pattern.words[-1] == "that":
            return True  # "denied that its soldiers had fired", "rejected claims that its soldiers had"
    if kind is _PROTEST and is_behind_reason(trigger.last, phrase.first, tokens):
        return True  # "a strike over the arrest of its leader"
    if preposition == "as" or (preposition == "with" and is_weapon(tokens[phrase.last])):
        return True  # "praised the vote as orderly", "fought one another with stones"
    if phrase.first > trigger.last and (is_behind_another(trigger, phrase, before, tokens) or is_subject_form(phrase, tokens)):
        return True  # "shot at anyone they saw"
    if preposition == "by" and phrase.first > trigger.last:
        another = QUAD_CLASS[kind] in _MATERIAL and before - 1 > trigger.last and looks_verbal(tokens, before - 1)
        if another or _takes_agent(trigger):
            return True  # "was convicted of fraud by a court", "recalled its envoy, a step welcomed by students"
    if preposition == "from" and before == trigger.last + 1 and kind in JUDGING and _ends_in_what_is_said(trigger):
        return True  # "drew criticism from the church"
    if kind in VIOLENT and before - 1 > trigger.last and tokens[before - 1].lower in _OWNED_TO:
        return True  # "the attack claimed by the militia"
    if trigger.last + trigger.verb <= before and is_subject_behind_noun(phrase, before, tokens):
        return True  # "an attack | the United Nations condemned", "froze the aid | the EU had promised"
    if is_subject_of_next(trigger.last, phrase, stands, sentence):
        return True  # "criticised the raid, and dozens of activists picketed the ministry", "welcomed it, while Iran warned"
    if preposition in GOES_ON and phrase.first > trigger.last and _opens_clause(phrase, tokens):
        return True  # "denied the charges and his lawyers said"
    if phrase.first > trigger.last and is_told_apart(sentence, trigger.head, phrase.first):
        return True  # "walked out after police held three organisers"
    apart = phrase.first > trigger.last and between(sentence, trigger.last, phrase.first)
    if apart and QUAD_CLASS[kind] in _MATERIAL and (_opens_clause(phrase, tokens) or looks_verbal(tokens, phrase.last + 1)):
        return True  # "sent them food, while a group of shopkeepers accused"
    if reading is not None and reading.passive and "by" in trigger.pattern.words and trigger.first < phrase.first <= trigger.last:
        return True
    if kind is _PROTEST and reading is not None and reading.gerund and phrase.last == reading.start - 1:
        return True
    if reading is None:
        if trigger.pattern.part is _FIXED and phrase.last < trigger.first and only_reports(phrase, trigger.first, sentence):
            return True  # "the minister said the two had been given a day to leave"
        if preposition == "from" and not phrase.place and (kind is _PROTEST or QUAD_CLASS[kind] in VERBAL):
            return True  # "drew a protest from teachers", "despite appeals from Peru": they protest, and appeal
        if trigger.pattern.part is _NOUN and phrase.first == trigger.last + 1 and is_called_by_deed(tokens[phrase.last].lower):
            return True  # "the coup leaders"
        if kind in VIOLENT and trigger.pattern.part is _NOUN and does_another(trigger.last, phrase.first, tokens):
            return True  # "the coup leaders dissolved parliament"
        agent = preposition == "by" and kind in VIOLENT
        if phrase.first > trigger.last and (agent or another_verb(tokens, trigger.last, phrase.first)):
            return True  # "a bomb dropped by a plane", "imposed a curfew and deployed the army"
        if is_far_from_harmed(phrase, token_before(tokens, trigger.first), tokens):
            return True
        return stands_before(_THEMES, trigger, phrase, tokens)
    if phrase.last < reading.start:
        if reading.passive and reading.finite and tells_whose(phrase, before, reading, tokens):
            return True  # "the mayor of Lima was detained"
        fronted = before >= 0 and tokens[before].tag is Tag.PREPOSITION and "," in sentence.words[phrase.last + 1 : reading.start]
        if fronted and reading.finite and not reading.passive:
            return True  # "under pressure from Peru, Chile left the pact"
        if reading.finite and (parted(phrase, reading.start, sentence) or in_aside(phrase, reading.start, sentence)):
            return True  # "Moss, who led the troops, was jailed"
        if only_reports(phrase, reading.start, sentence):
            return True  # "the mayor said nine men had been held"
        if not reading.passive and phrase.last == reading.start - 1 and tokens[phrase.last].lower == "it":
            return True  # "said it would not accept"
        if is_name_of_subject(phrase, reading, tokens):
            return True  # "the ambassador, Lea Moss, condemned it"
        return preposition == "with" and not phrase.sectors and phrase.country is None
    if reading.passive:
        return False
    at = before if stands != "of" or tokens[before - 1].lower not in SIDES else token_before(tokens, before - 1)
    placed = at > trigger.last and tokens[at].lower in _WHERE and not is_weapon(tokens[at - 1])
    if kind in VIOLENT and placed and has_object(tokens, trigger.last + 1, at):
        return True  # "attacked a market in Nigeria's Zamfara state", "in the town of Bala"
    return another_verb(tokens, trigger.last + 1, phrase.first)


def _is_said_of_another(trigger: Trigger, reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether somebody stands right before a gerund, who then does what it tells."""
    beside = tokens[reading.start - 1]
    if trigger.type is _PROTEST:
        return beside.tag is _WORD and not looks_verbal(tokens, reading.start - 1)
    return QUAD_CLASS[trigger.type] in VERBAL and (is_role(beside.lower) or beside.lower in CROWDS)


def _takes_agent(trigger: Trigger) -> bool:
    """Whether "by" behind a verb leads to who does it: "was convicted of fraud by a court"."""
    return trigger.reading is not None and (trigger.reading.passive or trigger.group.subject_is_recipient)


def _opens_clause(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is the subject of what follows it."""
    after = phrase.last + 1
    return after < len(tokens) and (tokens[after].tag in (Tag.AUXILIARY, Tag.MODAL) or tokens[after].lower in SAYING)


def _ends_in_what_is_said(trigger: Trigger) -> bool:
    """Whether an expression's last word is a noun for what somebody says: "draw criticism"."""
    return trigger.first < trigger.last and kind_of(trigger.sentence.words[trigger.last]) in ("message", "act")


def _is_state(trigger: Trigger) -> bool:
    """Whether a fixed expression says what became of somebody, by whom it does not say: "in custody"."""
    return trigger.pattern.part is _FIXED and trigger.group.mode == "arrest"


def _in_clause_of(phrase: Phrase, reading: Reading, sentence: Sentence) -> bool:
    """Whether a phrase stands before a passive verb in its own clause: it is acted on, or beside it."""
    first, _ = clause_of(sentence, reading.start)
    if not reading.finite or phrase.last >= reading.start:
        return False
    return first <= phrase.first or has_aside(phrase, sentence)


def _only_names(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase is a word inside of an expression that tells it: "state" of "declared a state of emergency"; whose deed it
    is may open one, "| Israeli | strikes"."""
    opens = phrase.country is not None and phrase.first == trigger.first
    return GAP not in trigger.pattern.words and trigger.first <= phrase.first and phrase.last < trigger.last and not opens


def _joins(tokens: Sequence[Token], reading: Reading) -> bool:
    return reading.finite and reading.start > 0 and tokens[reading.start - 1].lower in GOES_ON


def _is_object(tokens: Sequence[Token], before: int) -> bool:
    """Whether what follows a token is a verb's object."""
    return tokens[before].tag is _WORD and looks_verbal(tokens, before)
