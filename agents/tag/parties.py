"""The phrases of a sentence that can be actors: roles, names, countries and what joins them, with country and sectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agents.tag.chunks import begins_clause
from agents.tag.document import Sentence, Token
from agents.tag.role_words import CROWDS, role_words
from agents.tag.words import IN_PHRASE, LINKS, OF_PHRASE, WEEKDAYS, Tag, words
from schemas.plover import Sector

CALENDAR = WEEKDAYS | words(
    "january february march april may june july august september october november december christmas easter ramadan "
    "feb aug sept oct nov dec"
)
_MODIFIERS = words(
    "armed masked local senior unidentified unknown suspected alleged top leading young former foreign military civilian "
    "political international federal state provincial regional national private public female male elderly young striking "
    "angry several many some other islamist muslim christian communist leftist right-wing left-wing pro-government "
    "anti-government pro-democracy new northern southern eastern western prominent wealthy ordinary innocent unarmed "
    "government opposition rebel union riot high-ranking visiting interim acting deputy chief ruling key heavily "
    "plainclothes security special joint british"
)
_NOUN_ENDINGS = ("al", "ial", "ary", "or", "er", "ee", "ist", "man", "ive", "ian", "ent")
"""Of words that may stand between a role and a name: presidential nominee, investor."""
_ENCLOSING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER})
_COUNTRY, _SOMEWHERE = {"country"}, {"place", "country"}
_NAME, _NUMBER, _WORD = Tag.NAME, Tag.NUMBER, Tag.WORD
_PRONOUNS = words("he she they him them")
_AT_CAPITAL = words("capital city town port")
_AT = words("in at near outside around across through into of")
_VERBS_TOO = words("press force guard")
_GENERAL = words(
    "strike strikes election elections assembly public manager practitioner hospital amnesty mobilisation mobilization"
)
"""What is general, and commands no army."""
_ROUGHLY = words("about around over to under some")
_GROUPS = words("group groups crowd crowds thousands hundreds dozens scores number majority handful mob gang")


Mark = tuple[int, int, Sector | None, str | None, str]
"""First and last token of a name, role, place or country, with sector, country, and which of these it is."""


@dataclass(slots=True)
class Phrase:
    """A noun phrase that can act: tokens `first` to `last`; `place`: nothing but a place's name."""

    first: int
    last: int
    sectors: tuple[Sector, ...]
    country: str | None
    place: bool = False
    pronoun: bool = False


class Party(NamedTuple):
    """An actor or a recipient, with the fields of the record's `Party`; most tellings never come to a record."""

    start: int
    end: int
    text: str
    name: str
    country: str | None = None
    sectors: tuple[Sector, ...] = ()


def find_phrases(sentence: Sentence, countries: Mapping[int, str], places: frozenset[int], taken: frozenset[int]) -> list[Phrase]:
    """Phrases from left to right.

    `countries`: token -> alpha-3 code, where it is a country's name or adjective; `places`: tokens of other places' names;
    `taken`: tokens of triggers, which end a phrase.
    """
    tokens, lower = sentence.tokens, sentence.words
    table, openings = role_words().phrases, role_words().openings
    marks: list[Mark] = []
    free = 0
    opening = [i for i, token in enumerate(tokens) if i not in taken and (token.tag is _NAME or token.lower in openings)]
    if countries or places:
        opening = sorted({*opening, *(i for i in (*countries, *places) if i not in taken)})
    for i in opening:
        if i < free:
            continue
        mark = _mark(tokens, lower, i, table, countries, places)
        if mark is not None:
            marks.append(mark)
            free = mark[1] + 1
    phrases = list(_joined(tokens, marks, taken))
    if not _PRONOUNS.isdisjoint(lower):
        phrases.extend([Phrase(i, i, (), None, pronoun=True) for i, word in enumerate(lower) if word in _PRONOUNS])
        phrases.sort(key=first_token)
    return phrases


def first_token(phrase: Phrase) -> int:
    return phrase.first


def is_year(token: Token) -> bool:
    """Whether a number stands for a year of the last three centuries."""
    return len(token.lower) == 4 and token.lower.isdigit() and token.lower[:2] in ("18", "19", "20")


def governed(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a preposition stands before a phrase: "in the northern province"; not that of a number: "dozens of nuns"."""
    beside = phrase.first - 1
    if beside < 0 or (tokens[phrase.first].tag is _NUMBER and tokens[beside].lower in _ROUGHLY):
        return False
    i = beside
    while i >= 0 and i > beside - 4:
        tag, lower = tokens[i].tag, tokens[i].lower
        if tag in LINKS:
            counted = lower == "of" and i > 0 and (tokens[i - 1].tag is _NUMBER or tokens[i - 1].lower in _GROUPS)
            return not counted and lower not in ("following", "including", "like", "unlike")
        if tag not in IN_PHRASE or (tag is _NUMBER and is_year(tokens[i])):
            return False
        if i == beside and tag is _WORD and not lower.endswith(_NOUN_ENDINGS):
            return False
        i -= 1
    return False


def chunk(tokens: Sequence[Token], at: int, step: int, taken: frozenset[int], phrases: Sequence[Phrase]) -> Phrase | None:
    """The noun phrase that begins (`step` 1) or ends (-1) at token `at`, whoever or whatever it names: "forty houses"."""
    while 0 <= at < len(tokens) and tokens[at].tag is Tag.ADVERB:
        at += step
    end = at
    while 0 <= end < len(tokens) and tokens[end].tag in OF_PHRASE and end not in taken and abs(end - at) < 8:
        if step == 1 and end > at and tokens[end].tag is Tag.WORD and tokens[end].lower.endswith(("ed", "ing")):
            break
        if step == -1 and end < at and tokens[end + 1].tag is Tag.NUMBER and tokens[end].lower.endswith("s"):
            break  # "that supplies | two power plants"
        end += step
        if step == -1 and tokens[end + 1].tag is Tag.DETERMINER:
            break
    first, last = (at, end - 1) if step == 1 else (end + 1, at)
    if first > last:
        return None
    inside = [phrase for phrase in phrases if first <= phrase.first and phrase.last <= last]
    same_head = next((phrase for phrase in inside if phrase.last == last), None)
    while first < last and tokens[first].tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        first += 1
    if tokens[last].tag not in (Tag.WORD, Tag.NAME):
        return None
    country = next((phrase.country for phrase in inside if phrase.country), None)
    return Phrase(first, last, same_head.sectors if same_head else (), country, same_head is not None and same_head.place)


def _mark(
    tokens: Sequence[Token],
    lower: Sequence[str],
    i: int,
    table: Mapping[str, list[tuple[tuple[str, ...], Sector | None, str | None]]],
    countries: Mapping[int, str],
    places: frozenset[int],
) -> Mark | None:
    if i in countries:
        last = i
        while last + 1 in countries and countries[last + 1] == countries[i] and tokens[last + 1].tag is Tag.NAME:
            last += 1
        return i, last, None, countries[i], "country"
    tag, word = tokens[i].tag, lower[i]
    if i and tag is _WORD and tokens[i - 1].tag is Tag.MODAL:
        return None  # "would force them"
    if word in table:
        if i and word in _VERBS_TOO and tokens[i - 1].tag is Tag.TO:
            return None  # "to press for pay", "to force Hamas to yield"
        if word == "local" and i + 1 < len(tokens) and tokens[i + 1].tag is _WORD:
            return None  # "local time"
        if word == "general" and i + 1 < len(tokens) and lower[i + 1] in _GENERAL:
            return None
        for words_, sector, country in table[word]:
            if len(words_) == 1 or tuple(lower[i : i + len(words_)]) == words_:
                if country and i in places and _is_only_place(lower, i, places):
                    break
                if country and len(words_) == 1 and _is_pronoun(tokens[i]):
                    continue
                return i, i + len(words_) - 1, sector, country, "role"
    if word in CROWDS and (i + 1 == len(tokens) or lower[i + 1] != "of"):
        return i, i, Sector.CVL, None, "role"
    if i in places:
        last = i
        while last + 1 in places:
            last += 1
        return i, last, None, None, "place"
    if tag is _NAME and word not in CALENDAR:
        last = i
        while (
            last + 1 < len(tokens)
            and last + 1 not in countries
            and tokens[last + 1].tag is _NAME
            and lower[last + 1] not in CALENDAR
        ):
            last += 1
        return i, last, None, None, "name"
    return None


def _is_only_place(lower: Sequence[str], i: int, places: frozenset[int]) -> bool:
    """Whether a capital stands for no government: "in Warsaw", "bombs in Paris, Beirut", "the capital, Juba"."""
    if i > 1 and lower[i - 1] == ",":
        return lower[i - 2] in _AT_CAPITAL or i - 2 in places
    return i > 0 and lower[i - 1] in _AT


def _is_pronoun(token: Token) -> bool:
    """Whether a word that names somebody in capitals, US, WHO, is none here: "Who did it?"."""
    return (token.lower in ("us", "who") and not token.text.isupper()) or token.text == "isis"


def _joined(tokens: Sequence[Token], marks: list[Mark], taken: frozenset[int]) -> Iterator[Phrase]:
    """Marks that stand side by side are one phrase: Turkish + foreign minister + Name Surname."""
    n = 0
    while n < len(marks):
        first, last, sector, country, kind = marks[n]
        sectors: tuple[Sector, ...] = () if sector is None else (sector,)
        kinds = {kind}
        while n + 1 < len(marks) and _adjacent(tokens, marks[n], marks[n + 1]):
            n += 1
            _, last, sector, of_country, kind = marks[n]
            if sector is not None and sector not in sectors:
                sectors += (sector,)
            country = country or of_country
            kinds.add(kind)
        n += 1
        if (
            country is None
            and n < len(marks)
            and marks[n][4] == "country"
            and 0 < marks[n][0] - last <= 2
            and tokens[last + 1].lower == "of"
            and not _is_owner(tokens, marks[n][1])
        ):
            country, last = marks[n][3], marks[n][1]
            n += 1
        if not sectors and kinds == _COUNTRY:
            people = tokens[last].lower.endswith(("ans", "is", "ese")) or (first > 0 and _counts_people(tokens[first - 1]))
            sectors = (Sector.CVL,) if people else (Sector.GOV,)
        yield Phrase(_left(tokens, first, taken), last, sectors[-2:], country, kinds <= _SOMEWHERE)


def _is_owner(tokens: Sequence[Token], last: int) -> bool:
    """Whether something is its own that a name ends at a token: "the leader of Peru's coastal region"."""
    return last + 1 < len(tokens) and tokens[last + 1].tag is Tag.POSSESSIVE


def _counts_people(token: Token) -> bool:
    """Whether the word before an adjective of nationality makes it somebody of that country: a Brazilian, two Poles."""
    return token.tag is Tag.NUMBER or token.lower in ("a", "an")


def _adjacent(tokens: Sequence[Token], a: Mark, b: Mark) -> bool:
    apart = b[0] - a[1] - 1
    if not apart:
        return True
    if apart > 2:
        return False
    gap = tokens[a[1] + 1 : b[0]]
    if b[4] == "name" and all(token.tag is Tag.WORD and token.lower.endswith(_NOUN_ENDINGS) for token in gap):
        return True
    if apart == 2:
        return False
    if gap[0].text == "." and a[4] == b[4] == "name" and len(tokens[a[1]].text) == 1:
        return True
    if gap[0].tag is Tag.POSSESSIVE:
        return a[4] in ("country", "place") and b[4] == "role"
    return a[4] == "country" and b[4] == "role" and gap[0].lower in _MODIFIERS


def _left(tokens: Sequence[Token], first: int, taken: frozenset[int]) -> int:
    """The first token of the phrase: numbers and adjectives before its head belong to it, articles don't."""
    at = first
    while at > 0 and at - 1 not in taken:
        token = tokens[at - 1]
        if token.tag is _NUMBER:
            belongs = (not is_year(token) and ":" not in token.text) or token.lower in _MODIFIERS
        else:
            enclosed = token.tag is _WORD and token.lower != "than" and at >= 2 and tokens[at - 2].tag in _ENCLOSING
            apart = enclosed and at == first and tokens[at].tag is _NAME and begins_clause(tokens, at - 1, at)
            belongs = (enclosed and not apart) or token.lower in _MODIFIERS
        if not belongs:
            break
        at -= 1
    return at


def party(phrase: Phrase, sentence: Sentence, text: str) -> Party:
    """The phrase as an actor or recipient."""
    start, end = sentence.start_of(phrase.first), sentence.end_of(phrase.last)
    found = text[start:end]
    return Party(start, end, found, found, phrase.country, phrase.sectors)
