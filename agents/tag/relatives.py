"""Relative clauses: what one between commas holds is no party of the verb behind it, what one is about is a party of its own."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import irregular_pasts, is_appositive, looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence, Token
from agents.tag.nouns import kind_of
from agents.tag.parties import CALENDAR, Phrase
from agents.tag.reading import Reading
from agents.tag.role_words import is_doer
from agents.tag.triggers import Trigger
from agents.tag.words import NOUNS, OF_PHRASE, SAYING, Tag, words

_OF_SUBJECT = OF_PHRASE | {Tag.ADVERB}
_PRONOUNS = words("who which whom whose that")
_SUBJECTS = words("who which")
"""Of those, what is the subject of the clause where a word of an open class follows; behind "that" it may be the subject."""
_PASTS = words("shot hit hurt put set cut beat split cost burst burnt bombed")
"""Pasts that are nouns, too, or like the base."""
_NAMED = words("it they he she")
_NOMINATIVE = words("he she they we i")
_HEARING = words("heard hears argued argues alleged alleges claimed insisted warned promised testified ruled found showed")
"""Verbs before "that", as those of saying are: "heard in Lima that guards had beaten him"."""
_SAID_WITHIN = 6
"""Words between such a verb and its "that"."""
_VERBS = frozenset({Tag.AUXILIARY, Tag.MODAL})
_OF_STATE = _VERBS | {Tag.ADVERB, Tag.PREPOSITION, Tag.NOT}
"""Between a relative pronoun and the noun that tells a state: "who has been on"."""
_MARK, _SUBORDINATOR = Tag.PUNCTUATION, Tag.SUBORDINATOR
_ENDS = frozenset({_MARK, _SUBORDINATOR})


def in_aside(phrase: Phrase, start: int, sentence: Sentence) -> bool:
    """Whether a relative clause between commas holds the phrase, before the verb group that begins at `start`: the king in "Ross,
    who met the king, warned"."""
    return is_in_aside(phrase.first, phrase.last, start, sentence)


def is_in_aside(first: int, last: int, start: int, sentence: Sentence) -> bool:
    """The same of what stands from token `first` to `last`."""
    tokens = sentence.tokens
    commas = [i for i in range(last + 1, start) if tokens[i].lower == ","]
    if not any(i == start - 1 or _verb_follows(sentence, i + 1) for i in commas):
        return False
    for i in range(first - 1, 0, -1):
        if tokens[i].tag is Tag.RELATIVE or tokens[i].lower == "whose":
            at = i - 1 if tokens[i - 1].lower != "," else i - 2  # "among whom": a preposition may stand before it
            return "," in (tokens[i - 1].lower, tokens[at].lower)
        if tokens[i].lower in (";", ":"):
            return False
    return False


def has_aside(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether a relative clause between commas stands right behind the phrase: "Mladic, who led them, was jailed"."""
    after = phrase.last + 1
    if sentence.words[after : after + 3 : 2] == [",", ","] and sentence.tokens[after + 1].tag is Tag.NUMBER:
        after += 2  # his age
    following = sentence.tokens[after : after + 2]
    return len(following) == 2 and following[0].lower == "," and following[1].tag is Tag.RELATIVE


def _verb_follows(sentence: Sentence, i: int) -> bool:
    """Whether a verb group begins at a token, adverbs before it aside."""
    while i < len(sentence.tokens) and sentence.tokens[i].tag is Tag.ADVERB:
        i += 1
    return i < len(sentence.tokens) and (sentence.tokens[i].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(sentence.tokens, i))


def is_antecedent(phrase: Phrase, reading: Reading | None, sentence: Sentence) -> bool:
    """Whether a phrase is what the relative clause of a verb is about: "fired at men who blocked the road"."""
    after = phrase.last + 1
    if reading is None or after >= reading.start or sentence.words[after] not in ("who", "that", "which"):
        return False
    return clause_of(sentence, reading.start)[0] == after


def is_before_antecedent(phrase: Phrase, reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause with "who" holds the verb, and is about what stands between it and the phrase."""
    first, _ = clause_of(sentence, reading.start)
    if phrase.last >= first - 1 or sentence.words[first] != "who":
        return False
    tokens = sentence.tokens
    at = first - 2 if tokens[first - 1].lower == "," else first - 1
    while at > phrase.last and (tokens[at].lower == "of" or (tokens[at].tag in OF_PHRASE and not looks_verbal(tokens, at))):
        at -= 1
    return at > phrase.last


def defining_clause(start: int, sentence: Sentence) -> int | None:
    """The pronoun of the relative clause that stands between a subject and the verb group that begins at token `start`: "who" in
    "the man who killed two guards was held"."""
    tokens = sentence.tokens
    end = start
    for i in range(start - 2, 0, -1):
        token = tokens[i]
        if token.lower in _PRONOUNS and is_relative(i, sentence):
            is_past = tokens[i + 1].lower in _PASTS or tokens[i + 1].lower in irregular_pasts()
            verb_next = tokens[i + 1].tag is Tag.WORD and (is_past or tokens[i].lower in _SUBJECTS)
            told = verb_next or any(tokens[k].tag in _VERBS or looks_verbal(tokens, k) for k in range(i + 1, end))
            return i if told else None
        if token.tag is _MARK:
            return None
        if token.tag is _SUBORDINATOR:  # "who came home after troops withdrew were killed": its clause has a verb, too
            if not any(tokens[k].tag in _VERBS or looks_verbal(tokens, k) for k in range(i + 1, end)):
                return None
            end = i
    return None


def participial_clause(start: int, sentence: Sentence) -> int | None:
    """The gerund of what stands between a subject and the verb group that begins at token `start`: "responding" in "officers,
    responding to reports that a man ran amok, shot him", "officers responding to a call shot him"."""
    tokens = sentence.tokens
    end = start
    while end > 1 and tokens[end - 1].tag is Tag.ADVERB:
        end -= 1
    closed = tokens[end - 1].lower == ","
    for i in range(1, end - 1):
        tag, lower = tokens[i].tag, tokens[i].lower
        if not (lower.endswith("ing") and looks_verbal(tokens, i)):
            if tag in _VERBS or (lower != "," and tag is _MARK):
                return None  # the sentence has a verb before
            continue
        opened = tokens[i - 1].lower == ","
        noun = i - 2 if opened else i - 1
        if noun < 0 or tokens[noun].tag not in NOUNS or looks_verbal(tokens, noun) or opened is not closed:
            return None
        return i if opened or not any(_begins_clause(tokens, k) for k in range(i + 1, start)) else None
    return None


def reduced_clause(start: int, sentence: Sentence) -> int | None:
    """The participle of what stands between a subject and the verb group that begins with an auxiliary at token `start`: "detained"
    in "two men detained in Minsk in March were freed"."""
    tokens = sentence.tokens
    if tokens[start].tag not in _VERBS:
        return None
    for i in range(start - 2, 0, -1):
        since = tokens[i + 1].lower == "since"
        if _begins_clause(tokens, i) and tokens[i].lower != "since":
            return None
        placed = (since or tokens[i + 1].tag is Tag.PREPOSITION) and tokens[i - 1].tag in NOUNS
        if placed and tokens[i].lower.endswith(("ed", "shot", "held")) and looks_verbal(tokens, i):
            return i
    return None


def says_of_whom(gerund: Trigger, sentence: Sentence) -> bool:
    """Whether a gerund says of those right behind it that they do so: "striking | nurses", not "protesting | police violence"."""
    tokens, after = sentence.tokens, gerund.last + 1
    if gerund.first < gerund.last or after >= len(tokens) or tokens[after].tag is not Tag.WORD:
        return False
    alone = after + 1 == len(tokens) or tokens[after + 1].tag not in NOUNS or looks_verbal(tokens, after + 1)
    return alone and is_doer(tokens[after].lower)


def _begins_clause(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].tag in _VERBS or tokens[i].tag in _ENDS or tokens[i].tag is Tag.RELATIVE or tokens[i].lower == "and"


def object_clause(start: int, sentence: Sentence) -> int | None:
    """The pronoun of the relative clause that tells what its own subject does to the noun before it: "whom" in "the priest whom
    gunmen kidnapped"; `start`: the first token of its verb group."""
    tokens = sentence.tokens
    i = start - 1
    while i > 0 and tokens[i].tag in _OF_SUBJECT and tokens[i].lower not in _PRONOUNS:
        i -= 1
    if i == start - 1 and i > 1 and tokens[i].lower in _NAMED:
        i -= 1  # "firms that it accuses of spying"
    named = any(token.tag in NOUNS or token.lower in _NAMED for token in tokens[i + 1 : start])
    if named and (is_relative(i, sentence) or _is_whom(i, sentence)):
        return i
    return start - 1 if opens_contact_clause(start - 1, sentence) else None


def _is_whom(i: int, sentence: Sentence) -> bool:
    """Whether a token is "whom" behind somebody and a comma: "the clerk, whom gunmen abducted"."""
    return sentence.words[i] == "whom" and _follows_noun_and_comma(i, sentence)


def _follows_noun_and_comma(i: int, sentence: Sentence) -> bool:
    return i > 1 and sentence.words[i - 1] == "," and sentence.tokens[i - 2].tag in NOUNS


def opens_contact_clause(i: int, sentence: Sentence) -> bool:
    """Whether a token is a pronoun that only a subject is, right behind somebody: "the man | they | accused of spying"."""
    tokens = sentence.tokens
    if i < 1 or tokens[i].lower not in _NOMINATIVE or tokens[i - 1].tag is not Tag.WORD or kind_of(tokens[i - 1].lower) != "person":
        return False
    return not any(token.tag is Tag.PREPOSITION or token.tag is Tag.SUBORDINATOR for token in tokens[:i])


def noun_acted_on(start: int, sentence: Sentence) -> int | None:
    """The noun that a clause without a pronoun is about, whose verb group begins at `start`: "a move | Paris condemned", "the raid
    the United Nations called"; None where no such clause has that verb."""
    tokens = sentence.tokens
    i = start - 1
    while i > 0 and tokens[i].tag is Tag.NAME:
        i -= 1
    named = i < start - 1
    while i > 0 and tokens[i].tag is Tag.WORD and not named:
        i -= 1  # "a claim | the army denied"
    if i == start - 1 or not (named or tokens[i].lower == "the"):
        return None
    if tokens[i].lower == "the":
        i -= 1
    opening = i - 1
    while opening > 0 and tokens[opening].tag is Tag.WORD:
        opening -= 1
    if i < 1 or tokens[i].tag is not Tag.WORD or tokens[opening].tag is not Tag.DETERMINER or looks_verbal(tokens, i):
        return None
    kind = kind_of(tokens[i].lower)
    told = kind == "message" or kind == "act" or (kind is None and is_appositive(tokens, opening))
    return i if told else None


def is_relative(i: int, sentence: Sentence) -> bool:
    """Whether a token is a relative pronoun behind a noun, no "that" of what is said."""
    tokens = sentence.tokens
    if i < 1 or tokens[i].lower not in _PRONOUNS or tokens[i - 1].tag not in NOUNS or looks_verbal(tokens, i - 1):
        return False
    if tokens[i].lower != "that":
        return True
    told = any(token.lower in SAYING or token.lower in _HEARING for token in tokens[max(0, i - _SAID_WITHIN) : i])
    return not told and tokens[i - 1].lower not in CALENDAR


def is_about_noun(i: int, sentence: Sentence) -> bool:
    """Whether a token opens a clause about the noun before it, behind a comma or not: "talks, | which | broke down"."""
    return (sentence.words[i] in _SUBJECTS and _follows_noun_and_comma(i, sentence)) or is_relative(i, sentence)


def state_of(trigger: Trigger, sentence: Sentence) -> int | None:
    """The last token of whom a relative clause is about that says what he is in or on: the monk in "the monk, who has been on
    hunger strike"."""
    if trigger.verb:
        return None
    tokens = sentence.tokens
    i = trigger.first - 1
    while i > 0 and tokens[i].tag in _OF_STATE:
        i -= 1
    if i < 1 or i == trigger.first - 1 or tokens[i].lower not in _SUBJECTS:
        return None
    return i - 2 if tokens[i - 1].lower == "," else i - 1
