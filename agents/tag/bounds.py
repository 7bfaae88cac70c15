"""Between which words of a sentence those stand who do what a trigger tells, and to whom, where grammar alone tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agents.tag.blamed import (
    aside_before,
    before_what_follows,
    blamed_for,
    by_whom,
    follows_passive,
    not_done_by_subject,
    speaker_before,
)
from agents.tag.chunks import looks_verbal
from agents.tag.clauses import noun_phrase
from agents.tag.document import Sentence
from agents.tag.gaps import holds_whom
from agents.tag.nouns import INTANGIBLE, kind_of
from agents.tag.outside import has_object, is_owner, token_before
from agents.tag.owned import owner_of_deed, pronoun_of_owner, whose_decision
from agents.tag.parties import Phrase, governed
from agents.tag.passives import is_worded_passive
from agents.tag.reasons import clause_of_its_own, reason_before, tells_who_came_off, time_told
from agents.tag.relatives import (
    defining_clause,
    is_about_noun,
    is_relative,
    noun_acted_on,
    object_clause,
    participial_clause,
    says_of_whom,
    state_of,
)
from agents.tag.role_words import CROWDS, is_doer, is_person
from agents.tag.roles import MUTUAL
from agents.tag.speech import JUDGING
from agents.tag.triggers import Trigger
from agents.tag.words import NOUNS, Tag, words
from schemas.plover import EventType

Span = tuple[int, int]
"""First and last token."""
Pair = tuple[Phrase | None, Phrase | None]

_NOWHERE: Span = (1, 0)
_DEEDS = words("crackdown massacre shelling bombardment pogrom fighting unrest strike strikes airstrike airstrikes")
"""What does nothing itself, "the blast that ripped through a church", and the list of nouns has not."""
_BUT_HEARD = words(
    "dismiss dismissed dismisses reject rejected rejects deny denied denies receive received cited cites citing veto vetoed vetoes "
    "blocked block slammed criticised criticized condemned denounced read welcomed praised leaked rebuffed ignored after following"
)
"""What is done with what others wrote, or before its name: "after a report accusing"."""
_HEARD = 5
"""Tokens before the participle among which such a word stands."""
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.MODAL, Tag.TO, Tag.NOT})
_FURTHER = words("more others people")
_LISTED = words("and , ;")
_AIMED = words("on at against with to by")


@dataclass(slots=True)
class Bounds:
    """`acting` and `suffering` are None where nobody is held to a place."""

    acting: Span | None = None
    suffering: Span | None = None
    aside: Span | None = None
    """What stands between a subject and its verb, and is neither: "the man who killed two guards was held"."""
    subject: int | None = None
    """The last token of the verb's subject, where a clause about it parts the two."""
    owner: int | None = None
    """The last token of whose deed it is that the verb is about, who suffers though he only owns it."""
    his: int | None = None
    """The pronoun that says whose deed it is: "praised | his | service"."""
    agent: int | None = None
    """The token where who does it stands: behind the "by" that an expression ends with, "was impeached by | parliament"; before
    his own decision, "| Peru | 's decision to expel"; behind the word that says what he does, "striking | miners"."""
    told: bool = False
    """Whether the verb is about what the sentence told before a comma: "Mali expelled him, a move Paris condemned"."""
    sure: bool = False
    """Whether nothing else is to be asked: "said Amina Yusuf, accusing soldiers", where who says it acts."""

    def may_act(self, phrase: Phrase) -> bool:
        """Whether a phrase stands where who acts may stand."""
        return not _is_in(phrase, self.aside) and (self.acting is None or _is_in(phrase, self.acting))

    def may_suffer(self, phrase: Phrase) -> bool:
        """Whether a phrase stands where who suffers may stand."""
        return not _is_in(phrase, self.aside) and (self.suffering is None or _is_in(phrase, self.suffering))


def bounds_of(trigger: Trigger, sentence: Sentence) -> Bounds:
    """As far as the words around a trigger tell: what they don't tell is left to the weights."""
    reading = trigger.reading
    if is_worded_passive(trigger):
        at = trigger.first - 1
        while at > 0 and sentence.tokens[at].tag in _HELPING:
            at -= 1
        if at > 1 and sentence.words[at] == "who":
            at -= 1 + (sentence.words[at - 1] == ",")
        end = len(sentence.tokens) - 1
        by = next((i for i in range(trigger.last, end) if sentence.words[i] == "by"), end)
        return Bounds(acting=(by + 1, end), suffering=(0, at), subject=at, agent=by + 1 if by == trigger.last else None)
    if reading is None or (reading.gerund and sentence.words[reading.start - 1] == "of"):
        doing = reading is None and trigger.type is EventType.PROTEST and trigger.first < trigger.last
        if doing and is_person(sentence.words[trigger.last]):
            return Bounds(acting=_NOWHERE, suffering=_NOWHERE, agent=trigger.last)
        whole = trigger.first, len(sentence.tokens) - 1
        suffers = not_done_by_subject(trigger, sentence)
        if suffers is not None:
            return Bounds(acting=whole, suffering=None if suffers else whole)
        if reading is not None:
            because = sentence.words[max(0, reading.start - 2) : reading.start] == ["because", "of"]
            return Bounds(acting=whole if because else blamed_for(trigger, sentence), suffering=whole if because else None)
        theme = reason_before(trigger)
        if theme is not None:
            behind_it = theme + 1, len(sentence.tokens) - 1
            return Bounds(acting=by_whom(trigger, sentence) or behind_it, suffering=behind_it)
        agent = by_whom(trigger, sentence)
        about = None if agent else state_of(trigger, sentence)
        if about is not None:
            return Bounds(subject=about)  # "the monk, who has been on hunger strike": he is
        acting = agent or blamed_for(trigger, sentence) or before_what_follows(trigger, sentence)
        clause = clause_of_its_own(trigger)
        if clause is not None:
            return Bounds(acting=acting or clause, suffering=None if tells_who_came_off(sentence, clause) else clause)
        when = None if trigger.type in MUTUAL else time_told(trigger)
        return Bounds(acting=acting or (when if trigger.type is EventType.ASSAULT else None), suffering=when)
    behind = None if trigger.type in MUTUAL else (trigger.first, len(sentence.tokens) - 1)
    if holds_whom(trigger, sentence):
        behind = (trigger.first + 1, trigger.last - 1)  # "took him into custody in Lima"
    after = trigger.last + 1
    if reading.gerund:
        if trigger.group.subject_is_recipient:
            behind_it = after, len(sentence.tokens) - 1  # ", drawing condemnation from Peru"
            return Bounds(acting=behind_it, suffering=_NOWHERE, told=True)
        if speaker := speaker_before(sentence, reading.start - 1):
            return Bounds(acting=speaker, suffering=behind, sure=True)
        if trigger.type is EventType.PROTEST and says_of_whom(trigger, sentence):
            return Bounds(acting=_NOWHERE, suffering=_NOWHERE, agent=after)  # "with striking nurses"
        beside = sentence.words[reading.start - 1] if reading.start else ""
        if is_doer(beside):
            return Bounds(suffering=behind, subject=reading.start - 1)  # "rebel groups fighting the army"
        before = sentence.words[max(0, reading.start - _HEARD) : reading.start]
        if kind_of(beside) == "message" and not _BUT_HEARD.isdisjoint(before):
            return Bounds(acting=_NOWHERE, suffering=behind)  # "dismissed a report accusing the army"
        if beside == "," and follows_passive(reading.start - 1, sentence):
            return Bounds(acting=_NOWHERE, suffering=behind)  # "the boat was hit by a shell, killing two"
        acting = blamed_for(trigger, sentence) or (_before_main_verb(reading.start - 1, sentence) if beside == "," else None)
        return Bounds(acting=acting, suffering=behind)
    start, end = reading.start, len(sentence.tokens)
    if not undergoes(trigger):
        pronoun = object_clause(start, sentence)
        alone = not trigger.gap and (not has_object(sentence.tokens, after, end) or looks_verbal(sentence.tokens, after))
        if pronoun is not None and (alone or sentence.words[pronoun] == "whom"):
            named = pronoun - 1 - (sentence.words[pronoun - 1] == ",")
            return Bounds(acting=(pronoun + 1, start - 1), suffering=(0, named), sure=True)
    counted = _counted_before(trigger, sentence) if reading.passive and start == trigger.first else None
    if counted is not None:
        return Bounds(acting=_NOWHERE, suffering=(counted, trigger.last))
    decided = whose_decision(start, sentence) if reading.infinitive else None
    if decided is not None:
        return Bounds(acting=_NOWHERE, suffering=behind, agent=noun_phrase(decided, sentence)[0])
    if not reading.finite:
        among = sentence.words[max(0, start - 2) : start] == ["among", "those"]
        if among and sentence.words[after : after + 1] in (["was"], ["were"]):
            return Bounds(acting=_NOWHERE, suffering=(after + 1, end - 1))  # "among those arrested was the editor"
        led = sentence.tokens[trigger.last].tag is Tag.PREPOSITION  # "a banker charged with fraud"
        if trigger.type is EventType.MOBILIZE and reading.passive and start and sentence.tokens[start - 1].tag in NOUNS:
            return Bounds(suffering=behind, subject=start - 1)  # "troops deployed to the town": they act
        reduced = reading.passive and (led or not has_object(sentence.tokens, after, end))
        judged = sentence.tokens[start - 1] if start and reduced and trigger.type in JUDGING else None
        if judged is not None and judged.tag is Tag.WORD and not is_doer(judged.lower):
            told = "," in sentence.words[:start]  # "banned women from parks, a measure condemned by Oslo"
            return Bounds(acting=(after, end - 1), suffering=_NOWHERE if told else None, told=told)
        return Bounds(acting=(after, end - 1) if reduced else None)
    if aside := aside_before(trigger, sentence):
        return Bounds(aside=aside, subject=aside[0] - 1)
    pronoun = defining_clause(start, sentence)
    if pronoun is not None:
        return Bounds(aside=(pronoun, start - 1), subject=pronoun - 1)
    gerund = participial_clause(start, sentence)
    if gerund is not None:
        return Bounds(aside=(gerund, start - 1), subject=gerund - 1 - (sentence.words[gerund - 1] == ","))
    about_noun = is_relative(start - 1, sentence)
    who = None
    if sentence.words[start - 1] == "who" and is_about_noun(start - 1, sentence):
        who = start - 2 - (sentence.words[start - 2] == ",")  # "miners | who had marched", "a boy, | who was stabbed"
    if undergoes(trigger):
        return Bounds(subject=who, suffering=noun_phrase(start - 2, sentence) if about_noun and who is None else None)
    if about_noun:
        nobody = kind_of(sentence.words[start - 2]) in INTANGIBLE or sentence.words[start - 2] in _DEEDS
        return Bounds(acting=_NOWHERE if nobody else None, suffering=behind, subject=None if nobody else who)
    noun = noun_acted_on(start, sentence)
    if noun is not None:
        told = trigger.type in JUDGING and "," in sentence.words[:noun]
        return Bounds(acting=(noun + 1, start - 1), suffering=behind, subject=start - 1, told=told)
    owner = owner_of_deed(trigger, sentence)
    if owner is not None:
        return Bounds(suffering=owner, owner=owner[1])
    return Bounds(suffering=behind, his=pronoun_of_owner(trigger, sentence))


def _before_main_verb(comma: int, sentence: Sentence) -> Span | None:
    """The tokens before the last verb of the clause that ends at a comma: "| dockers | reached a deal with the firm, ending"."""
    tokens = sentence.tokens
    verb: int | None = None
    for i in range(comma - 1, 0, -1):
        if is_about_noun(i, sentence):
            verb = None  # of a clause about a noun: "clashed with miners who had blocked the road, leaving"
        elif verb is not None and sentence.clause_starts[i]:
            break
        elif verb is None and (looks_verbal(tokens, i) or tokens[i].tag in (Tag.AUXILIARY, Tag.MODAL)):
            verb = i
    return None if verb is None else (0, verb - 1)


def _counted_before(trigger: Trigger, sentence: Sentence) -> int | None:
    """The number before a participle that shares the verb of the one before: "ten were killed and dozens more injured"."""
    tokens, lower = sentence.tokens, sentence.words
    at = trigger.first - 1
    at -= at > 0 and lower[at] in _FURTHER
    if at < 1 or lower[at - 1] not in _LISTED:
        return None
    return at if tokens[at].tag is Tag.NUMBER or lower[at] in CROWDS or lower[at] in _FURTHER else None


def with_subject(pair: Pair, bounds: Bounds, trigger: Trigger, candidates: Sequence[Phrase], sentence: Sentence) -> Pair:
    """Who acts and who suffers, with the subject that grammar tells in place of the one chosen. `candidates`: the sentence's."""
    subject = _ending_at(_before_age(bounds.subject, sentence), candidates)
    while subject is not None:
        before = token_before(sentence.tokens, subject.first)
        if before < 1 or _is_aimed(before, sentence) or not is_owner(before, sentence.tokens):
            break
        head = sentence.tokens[subject.last]
        somebody = head.tag is Tag.WORD and is_person(head.lower)
        if (somebody or not is_doer(sentence.words[before - 1])) and "who" in sentence.words[subject.last + 1 : subject.last + 3]:
            break  # "the case of the monk, who is on hunger strike", "the parents of a nun who was hurt"
        subject = _ending_at(before - 1, candidates)  # "residents of Kherson who came home": the residents did
    who, whom = pair
    if who is None and bounds.agent is not None:
        agent = next((phrase for phrase in candidates if phrase.first >= bounds.agent), None)
        who = agent if agent is not None and (agent.sectors or agent.country or is_doer(sentence.words[agent.last])) else None
    if subject is not None:
        if undergoes(trigger):
            return None if who is subject else who, subject
        who, whom = subject, None if whom is subject else whom
    if whom is None and bounds.his is not None:
        return who, Phrase(bounds.his, bounds.his, (), None, pronoun=True)
    if whom is None and bounds.told:
        whom = _main_subject(candidates, sentence)
        return who, None if whom is who else whom
    return who, whom


def _main_subject(candidates: Sequence[Phrase], sentence: Sentence) -> Phrase | None:
    """Who opens a sentence, and does what it tells first."""
    first = candidates[0] if candidates else None
    if first is None or governed(sentence.tokens, first):
        return None
    return max((phrase for phrase in candidates if phrase.first == first.first), key=lambda phrase: phrase.last)


def _is_aimed(at: int, sentence: Sentence) -> bool:
    """Whether a preposition leads from a deed to somebody: "opened fire on | villagers protesting", not "a fellow at | the
    council"."""
    head = sentence.tokens[at - 1]
    return sentence.words[at] in _AIMED and head.tag is not Tag.NAME and not is_doer(head.lower)


def _before_age(last: int | None, sentence: Sentence) -> int | None:
    """The token before somebody's age, where one stands there: "Moss, 61, who governed the city, was banned"."""
    if last is None or last < 2 or sentence.tokens[last].tag is not Tag.NUMBER or sentence.words[last - 1] != ",":
        return last
    return last - 2


def _ending_at(last: int | None, candidates: Sequence[Phrase]) -> Phrase | None:
    """The longest that ends at a token."""
    if last is None:
        return None
    return min((phrase for phrase in candidates if phrase.last == last), key=lambda phrase: phrase.first, default=None)


def undergoes(trigger: Trigger) -> bool:
    """Whether the subject of a verb is who suffers what it tells."""
    reading = trigger.reading
    return (
        trigger.group.subject_is_recipient
        or is_worded_passive(trigger)
        or (reading is not None and reading.finite and reading.passive)
    )


def _is_in(phrase: Phrase, span: Span | None) -> bool:
    return span is not None and span[0] <= phrase.first and phrase.last <= span[1]
