"""Who stands outside of a verb's clause: who reports it, who suffers in a clause before it, whom another verb is about."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import looks_verbal
from agents.tag.clauses import clause_of
from agents.tag.document import Sentence, Token
from agents.tag.nouns import kind_of
from agents.tag.parties import CALENDAR, Phrase, is_year
from agents.tag.reading import Reading
from agents.tag.relatives import in_aside
from agents.tag.role_words import CROWDS, is_person, is_role
from agents.tag.triggers import Trigger
from agents.tag.victims import is_weapon
from agents.tag.whereabouts import REGIONS
from agents.tag.words import BEFORE_HEAD, IN_PHRASE, LINKS, NOUNS, SAYING, Tag, words

_OF_NOUN = NOUNS | BEFORE_HEAD
_SUBJECTS = NOUNS | {Tag.PRONOUN}
OBJECTS = _SUBJECTS | {Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER}
"""With what a subject or an object begins."""
GOES_ON = words("and but then")
_OF_SPEAKER = IN_PHRASE | {Tag.NAME, Tag.PREPOSITION, Tag.TO, Tag.ADVERB, Tag.CONJUNCTION}
"""What the name of a speaker, and where or whose he is, consist of."""
_OPENING_QUOTES = frozenset('"“‘')
_TOLD = words("told tells")
_AFTER_SAYING = frozenset({Tag.PUNCTUATION, Tag.PREPOSITION, Tag.ADVERB, Tag.CONJUNCTION})
_PARTS = words(
    "group groups crowd crowds mob number numbers majority minority handful most some many half third quarter rest all none "
    "several members member part parts convoy gang team pair couple family families bodies remains tens millions percent generation"
)
"""Nouns before "of" behind which those stand who are meant."""
_AT = words("at on into toward towards across over against")
_OPENING = words("after following amid amidst despite since before without because wake aftermath response")
"""First words of what opens a sentence, or third ones: "in the wake of", "in response to"."""
_MARKS = frozenset('"“”')
_NAME_IN_MARKS = 4
"""Tokens from mark to mark."""
_NOMINATIVE = words("he she they i we")
_CROWDS = words("group groups crowd crowds number handful mob gang band pair")
_ABSTRACT, _BEFORE_ABSTRACT = words("justice force"), words("to by of with for through use uses used using")
"""Roles but for such sayings."""
_ROUGHLY = words("at around about over")
_MORE = words("more less fewer")
_NO_SUBJECT = frozenset({Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.TO, Tag.PRONOUN})


def stands_outside(phrase: Phrase, before: int, reading: Reading, sentence: Sentence) -> bool:
    """Whether a finite verb is not the one that a phrase before it is the subject of; `before`: the token before the phrase."""
    if not reading.finite or phrase.last >= reading.start:
        return False
    return (
        parted(phrase, reading.start, sentence)
        or in_aside(phrase, reading.start, sentence)
        or _in_clause_before(phrase, reading, sentence)
        or only_reports(phrase, reading.start, sentence)
        or _is_far_from_relative(phrase, reading, sentence)
        or _is_object_in_relative(phrase, before, reading, sentence)
        or _is_object_of_gerund(phrase, before, reading, sentence.tokens)
    )


def is_apart(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a semicolon parts a phrase from a trigger, or it stands in what is quoted and the trigger does not."""
    sentence = trigger.sentence
    if not sentence.marked:
        return False
    lower = sentence.words
    first, end = (phrase.last + 1, trigger.first) if phrase.last < trigger.first else (trigger.last + 1, phrase.first)
    if ";" in lower[first:end]:
        return True
    return _quoted_at(lower, phrase.first) and not _quoted_at(lower, trigger.first)


def _quoted_at(lower: Sequence[str], at: int) -> bool:
    """Whether a token stands in a quotation of a few words, which may be a clause; a name may stand in marks of its own."""
    inside = False
    opened = 0
    for i, word in enumerate(lower):
        if word in _MARKS:
            if inside and opened < at < i:
                return i - opened > _NAME_IN_MARKS
            inside, opened = (word != "”" and not inside), i
    return False


def parted(phrase: Phrase, start: int, sentence: Sentence) -> bool:
    """Whether a semicolon parts a phrase from the verb group that begins at a token behind it."""
    return ";" in sentence.words[phrase.last + 1 : start]


def _in_clause_before(phrase: Phrase, reading: Reading, sentence: Sentence) -> bool:
    """Whether a verb has a subject of its own in a clause that begins behind the phrase: "were hurt when drones hit a camp"."""
    tokens = sentence.tokens
    first, _ = clause_of(sentence, reading.start)
    if phrase.last >= first:
        return False
    if tokens[first].tag is Tag.SUBORDINATOR or tokens[first].lower == "where":
        return any(token.tag in _SUBJECTS for token in tokens[first + 1 : reading.start])
    if reading.passive:
        return False  # "gunmen seized her, and she was held for a day"
    return tokens[first].lower in GOES_ON and first + 1 < reading.start and tokens[first + 1].tag in OBJECTS


def _is_object_in_relative(phrase: Phrase, before: int, reading: Reading, sentence: Sentence) -> bool:
    """Whether a relative clause that ends with the phrase stands before a verb: "the group that killed nine nuns | attacked"."""
    tokens = sentence.tokens
    if phrase.last != reading.start - 1 or before < 1 or tokens[before].tag is not Tag.WORD or not looks_verbal(tokens, before):
        return False
    return any(token.tag is Tag.RELATIVE or token.lower == "that" for token in tokens[max(0, before - 2) : before])


def _is_object_of_gerund(phrase: Phrase, before: int, reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether a gerund behind a noun stands before the phrase and its verb: "those behind raids targeting nuns | condemned"."""
    if phrase.last != reading.start - 1 or before < 1 or not tokens[before].lower.endswith("ing"):
        return False
    return tokens[before - 1].tag in NOUNS and looks_verbal(tokens, before)


def _is_far_from_relative(phrase: Phrase, reading: Reading, sentence: Sentence) -> bool:
    """Whether a verb's subject is "that" or "which", and stands for another noun than the phrase: "prayed at the blast that
    killed"."""
    tokens = sentence.tokens
    before = reading.start - 1
    if before <= phrase.last or tokens[before].lower not in ("that", "which"):
        return False
    gap = tokens[phrase.last + 1 : before]
    return any(token.tag in NOUNS for token in gap) and any(
        token.tag not in _OF_NOUN and token.lower not in ("of", ",") for token in gap
    )


def only_reports(phrase: Phrase, start: int, sentence: Sentence) -> bool:
    """Whether the verb that begins at a token has a subject of its own behind a verb of saying whose subject the phrase is:
    "herders say rangers burned"."""
    tokens = sentence.tokens
    said = next((i for i in range(start - 2, phrase.last, -1) if tokens[i].lower in SAYING), None)
    if said is None or tokens[said].tag is not Tag.WORD:
        return False
    between_them = tokens[said + 1 : start]
    for i in range(1, len(between_them)):
        if between_them[i].tag is Tag.RELATIVE and between_them[i - 1].lower == "," == between_them[-1].lower:
            between_them = between_them[: i - 1]  # "said the militants, who were armed, attacked"
            break
    if any(token.tag in _NO_SUBJECT for token in between_them):
        return False  # "Peru says it is willing": it is Peru
    if between_them[-1].tag is Tag.NUMBER and not is_year(between_them[-1]):
        return True  # "the minister said the two had been told"
    return between_them[0].tag is not Tag.PREPOSITION and any(
        token.tag in NOUNS and token.lower not in CALENDAR and kind_of(token.lower) != "time" for token in between_them
    )


def is_behind_opening(last: int, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands behind the comma of what opens the sentence, as the reason or the time of what it tells: "in the wake
    of protests, Ross said"; `last`: a token of the opening."""
    if phrase.first <= last or all(token.lower != "," for token in tokens[last : phrase.first]):
        return False
    return (tokens[0].lower if tokens[0].lower != "in" else tokens[2].lower) in _OPENING


def is_behind_another(trigger: Trigger, phrase: Phrase, before: int, tokens: Sequence[Token]) -> bool:
    """Whether a phrase behind a trigger only tells whose somebody is to whom it is done ("fired at supporters of Ross"), with what
    it is done ("hurled stones at a guard"), or who does something else meanwhile (", with police holding nine"); `before`: the
    token before it."""
    preposition, head = tokens[before].lower, tokens[before - 1].lower
    somebody = before - 1 > trigger.last and is_person(head)
    if preposition == "of" and somebody and not _is_part(head):
        return True
    if preposition == "with" and head == ",":
        return True
    thrown = is_weapon(tokens[phrase.last]) and any(token.lower in _AT for token in tokens[phrase.last + 1 : phrase.last + 3])
    return thrown and trigger.reading is not None and not trigger.reading.passive


def is_behind_verb(last: int, before: int, tokens: Sequence[Token]) -> bool:
    """Whether a preposition other than "by", the token `before`, leads to a phrase behind a verb that follows a noun, or behind a
    comma; `last`: the noun's last token."""
    if before <= last or tokens[before].tag is not Tag.PREPOSITION or tokens[before].lower == "by":
        return False
    verbs = (tokens[i].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(tokens, i) for i in range(last + 1, before))
    return tokens[before - 1].lower == "," or any(verbs)


def is_subject_form(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is a pronoun that only a subject is."""
    return phrase.pronoun and tokens[phrase.last].lower in _NOMINATIVE


def names_nobody(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase says that there is nobody, of what rank, how many or where: "no group", "the deadliest", "a group of"
    miners, "the region of" Lima; or stands for no more than the word says: "brought to justice", "would use force"."""
    head, before = tokens[phrase.last], tokens[phrase.first - 1].lower if phrase.first else ""
    if before in ("no", "neither"):
        return True
    if head.lower == "year" and phrase.last == phrase.first + 1 and tokens[phrase.first].lower == "new":
        return True  # "since New Year's Day"
    of_what = phrase.last + 2 < len(tokens) and tokens[phrase.last + 1].lower == "of"
    if of_what and (
        head.lower in _CROWDS or (head.lower in REGIONS and head.tag is Tag.WORD and tokens[phrase.last + 2].tag is Tag.NAME)
    ):
        return True  # "the Colombian department of Arauca"
    if phrase.first == phrase.last and head.lower in _ABSTRACT and before in _BEFORE_ABSTRACT:
        return True
    if phrase.first == phrase.last and before == "to" and head.tag is Tag.WORD and not (phrase.sectors or phrase.country):
        return kind_of(head.lower) is None and not is_role(head.lower)  # "called on supporters to gather"
    alone = phrase.first == phrase.last and before == "the" and head.lower.endswith("est") and head.tag is Tag.WORD
    return alone and kind_of(head.lower) is None


def tells_whose(phrase: Phrase, before: int, reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether a phrase before a verb only tells whose or where the subject is: "the mayor of Lima was held", "women in the village
    of Bala were beaten", not "dozens of nuns were"; `before`: the token before the phrase."""
    if phrase.last >= reading.start or before < 1 or tokens[before].tag not in LINKS:
        return False
    return is_owner(before, tokens)


def is_owner(before: int, tokens: Sequence[Token]) -> bool:
    """Whether the preposition at a token joins whose or where somebody is to somebody: not "dozens of nuns"."""
    head = tokens[before - 1]
    if tokens[before].tag not in LINKS or head.tag not in NOUNS or looks_verbal(tokens, before - 1):
        return False
    return tokens[before].lower != "of" or not _is_part(head.lower)


def _is_part(noun: str) -> bool:
    return noun in _PARTS or noun in CROWDS


def only_says(last: int, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether a phrase is who reports it, or part of that, behind a trigger that ends at `last`: "took the town, residents of the
    camp said"."""
    before, after = phrase.first - 1, phrase.last + 1
    while before > last and tokens[before].tag in _OF_SPEAKER:
        before -= 1
    if before <= last or tokens[before].lower != ",":
        return False
    if tokens[before + 1].lower == "according":
        return True
    after = _behind_apposition(after, tokens)
    while after < len(tokens) and tokens[after].tag in _OF_SPEAKER and tokens[after].lower not in SAYING:
        after += 1
    if after >= len(tokens) or tokens[after].lower not in SAYING or tokens[after].lower == "according":
        return False
    following = tokens[after + 1] if after + 1 < len(tokens) else None
    return following is None or following.tag in _AFTER_SAYING or following.lower in CALENDAR or tokens[after].lower in _TOLD


def _behind_apposition(after: int, tokens: Sequence[Token]) -> int:
    """The token behind a speaker's name between commas, or behind the comma that ends one: "the mayor | , Abel Moss, | told"."""
    if after + 1 >= len(tokens) or tokens[after].lower != ",":
        return after
    name = after + 1
    while name < len(tokens) and tokens[name].tag is Tag.NAME:
        name += 1
    if name == after + 1:
        return name if tokens[name].lower in SAYING else after
    return name + 1 if name < len(tokens) and tokens[name].lower == "," else after


def is_object_before_comma(phrase: Phrase, reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether a phrase ends a clause with a verb of its own right before a gerund with a comma, whose subject is that verb's."""
    gap = tokens[phrase.last + 1 : reading.start]
    if not gap or any(token.tag is not Tag.PUNCTUATION for token in gap) or all(token.lower != "," for token in gap):
        return False
    return any(tokens[i].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(tokens, i) for i in range(1, phrase.first))


def has_object(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an object stands right behind a verb, before token `end`."""
    return at < end and tokens[at].tag in OBJECTS


def token_before(tokens: Sequence[Token], first: int) -> int:
    """The token before a phrase, its articles, numbers and owner; -1 where it opens the sentence."""
    at = first - 1
    if at > 0 and tokens[at].lower.endswith("ing") and tokens[at - 1].lower == "by":
        return at - 1  # "by advancing rebels"
    while at >= 0:
        token = tokens[at]
        if token.lower == "than" and at > 1 and tokens[at - 1].lower in _MORE and tokens[at + 1].tag is Tag.NUMBER:
            at -= 2  # "relatives of more than nine opponents"
            continue
        if token.lower == "as" and at > 1 and tokens[at - 1].lower in ("many", "few") and tokens[at - 2].lower == "as":
            at -= 3  # "killed as many as 1,400 students"
            continue
        roughly = token.lower in _ROUGHLY and _is_roughly(tokens, at)
        if token.tag not in BEFORE_HEAD and token.lower not in _OPENING_QUOTES and not roughly:
            break
        owned = token.lower in ("'s", "’s")
        at -= 1
        while owned and at >= 0 and tokens[at].tag is Tag.NAME:
            at -= 1
    return at


def _is_roughly(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition, one of those that may, belongs to a number: "at least nine", "around 60"."""
    if tokens[at].lower == "at":
        return tokens[at + 1].lower in ("least", "most")
    return tokens[at + 1].tag is Tag.NUMBER and not is_year(tokens[at + 1])


def opens_with_a_date(tokens: Sequence[Token], before: int, phrase: Phrase) -> bool:
    """Whether the preposition is that of a date before the phrase: "In 2015 Russian courts ruled", "On 4 February police"."""
    return any(is_year(token) or token.lower in CALENDAR for token in tokens[before + 1 : phrase.last])


def is_name_of_subject(phrase: Phrase, reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether a phrase stands between commas right before the verb that it is the subject of."""
    commas = phrase.first > 1 and tokens[phrase.first - 1].lower == "," and phrase.last + 1 == reading.start - 1
    return commas and reading.finite and not reading.passive and tokens[phrase.last + 1].lower == ","
