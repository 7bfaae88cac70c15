"""Whom a sentence can name as actor or recipient: its actor-like phrases, its other noun phrases, and its pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from agents.tag.chunks import ADJECTIVE_ENDS, chunks, looks_verbal
from agents.tag.document import Sentence, Token
from agents.tag.nouns import kind_of
from agents.tag.parties import CALENDAR, Phrase, is_year
from agents.tag.reading import is_adjective
from agents.tag.role_words import is_role
from agents.tag.words import MODIFIERS, OWNERS, Tag, words
from schemas.plover import Sector

_LISTING = frozenset({",", "and"})
_DETERMINER, _NUMBER = Tag.DETERMINER, Tag.NUMBER
_NAME, _POSSESSIVE, _WORD = Tag.NAME, Tag.POSSESSIVE, Tag.WORD
_ADJECTIVES = words(
    "new heavy fierce violent intense strong stiff sharp harsh bitter international domestic peaceful excessive deadly unprovoked "
    "unjustified fresh recent renewed major massive huge brutal further possible prior longer bloody sporadic widespread illegal "
    "crude homemade makeshift powerful improvised"
)
"""What a chunk may end in before a trigger's noun, and nobody is called: "new loans", "heavy fighting"."""
_NOBODY = CALENDAR | _ADJECTIVES | words("ago percent counts other taken km kilometres kilometers miles metres meters")
"""The same, and what ends no phrase that names anybody: "20 percent", "six counts" of an indictment."""
_QUALITIES = ("al", "ic", "ive", "ous", "ful", "less", "ary", "ble")
"""Ends of what names nobody where it stands alone: "serious", "lethal"."""
_ENDS = (*ADJECTIVE_ENDS, "wide", "ite")
_POSTPOSED = words(
    "late early loyal responsible close opposed allied sympathetic hostile faithful alone present involved available likely able "
    "overnight abroad downtown together apart elsewhere instead alike twice"
)
_KEPT = frozenset({"person", "group", "object", "location"})
"""Kinds of nouns that are somebody or something whatever day stands before them: a Christmas market."""
_FAIRS = words("market markets fair bazaar parade")
_WHEN = words("in on since until during last next this early late")
_PRONOUNS = words("he she they him them we i us me it you her himself herself themselves itself those others")
_HELP = words("help aid assistance support end halt involvement backing")
"""Things that no list of nouns knows for such."""
_DEAF = frozenset({"thing", "object", "act", "message", "abstract"})
"""Kinds of phrases that name nobody to speak to."""


def candidates(sentence: Sentence, phrases: Sequence[Phrase], taken: frozenset[int]) -> list[Phrase]:
    """Phrases from left to right; some overlap: a possessor stands beside the whole ("Paul", "Paul's firm").

    `phrases`: the actor-like ones (`parties.find_phrases`); `taken`: tokens of triggers.
    """
    tokens = sentence.tokens
    found = list(phrases)
    further: list[Phrase] = []
    at = 0
    for first, last in chunks(tokens, taken):
        if 0 < first < last and _opens_with_when(tokens, first):
            first += 1
        while last > first and tokens[last].lower in _POSTPOSED:
            last -= 1  # "soldiers loyal to the king"
        while at < len(found) and found[at].last < first:
            at += 1
        over = at
        while over + 1 < len(found) and found[over + 1].first <= last:
            over += 1
        noun = tokens[last].lower
        if (
            noun in _NOBODY
            or noun.isdigit()
            or kind_of(noun) == "time"
            or (tokens[first].lower in CALENDAR and tokens[last].tag is _WORD and not _is_somewhere(noun))
            or (last + 1 in taken and (_is_adjective(tokens, first) if first == last else _is_owned_deed(tokens, last)))
            or (0 < first == last and is_adjective(tokens[first], _QUALITIES))
        ):
            continue
        if over >= len(found) or found[over].first > last:
            further.append(Phrase(first, last, (), None))
        elif not found[over].pronoun:
            whole = _whole(found[over], first, last, tokens)
            if whole is not None:
                found[over] = whole
            elif last > found[over].last or first < found[over].first:
                head = found[over] if found[over].last == last else Phrase(last, last, (), None)
                country = next((phrase.country for phrase in found[at : over + 1] if phrase.country), None)
                further.append(Phrase(first, max(last, found[over].last), head.sectors, country))
    numbers = [i for i, token in enumerate(tokens) if token.tag is _NUMBER]
    further += [Phrase(i, i, (Sector.UNK,), None) for i in numbers if _is_counted_alone(tokens, i)]
    if not _PRONOUNS.isdisjoint(sentence.words):
        known = {phrase.first for phrase in found if phrase.pronoun}
        further += [
            Phrase(i, i, (), None, pronoun=True)
            for i, word in enumerate(sentence.words)
            if word in _PRONOUNS and tokens[i].tag is not _NAME and i not in known and i not in taken and not _is_owner(tokens, i)
        ]
    return sorted((*found, *further), key=_tokens_of)


def _tokens_of(phrase: Phrase) -> tuple[int, int]:
    return phrase.first, phrase.last


def _is_adjective(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word right before a trigger's noun only says of what kind: "a nationwide | curfew"."""
    if i < 1 or tokens[i].tag is not _WORD or tokens[i - 1].tag is not _DETERMINER:
        return False
    return tokens[i].lower.endswith(_ENDS) and kind_of(tokens[i].lower) is None


def _is_owned_deed(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word right before a trigger's noun stands between it and an owner: "Israel's subsequent | assault"."""
    if tokens[i].tag is not _WORD or is_role(tokens[i].lower):
        return False
    return tokens[i - 1].tag is Tag.POSSESSIVE and kind_of(tokens[i].lower) not in _KEPT


def _is_somewhere(noun: str) -> bool:
    return kind_of(noun) in _KEPT or noun in _FAIRS


def _opens_with_when(tokens: Sequence[Token], first: int) -> bool:
    """Whether a chunk begins with the month, day or year before a name: "in January Mali expelled", "Nov. 10, 2016 Mali did";
    or with a year before another number: "in 2019 three people"."""
    if tokens[first].lower not in CALENDAR:
        before, after = tokens[first - 1].lower, tokens[first + 1].tag
        return is_year(tokens[first]) and ((before == "," and after is _NAME) or (before in _WHEN and after is _NUMBER))
    return tokens[first - 1].lower in _WHEN and tokens[first + 1].tag is _NAME


def _is_counted_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number stands for people that the text has named: "; nine were bundled into lorries"."""
    if i + 1 == len(tokens):
        return False
    if tokens[i].lower.endswith("-old"):
        return tokens[i + 1].tag not in (_WORD, _NAME) or looks_verbal(tokens, i + 1)  # "took a 19-year-old into custody"
    if i and tokens[i - 1].lower != "the" and tokens[i - 1].tag not in (Tag.PUNCTUATION, Tag.CONJUNCTION, Tag.SUBORDINATOR):
        return False
    return tokens[i].lower.isalpha() and (tokens[i + 1].tag is Tag.AUXILIARY or looks_verbal(tokens, i + 1))


def _is_owner(tokens: Sequence[Token], i: int) -> bool:
    """Whether a pronoun only says whose what follows is: "her resignation"."""
    if tokens[i].lower != "her" or i + 1 == len(tokens):
        return False
    if tokens[i + 1].lower in _WHEN and i + 2 < len(tokens) and kind_of(tokens[i + 2].lower) == "time":
        return False  # "deported her last week"
    return tokens[i + 1].tag in MODIFIERS and not looks_verbal(tokens, i + 1)


def _whole(phrase: Phrase, first: int, last: int, tokens: Sequence[Token]) -> Phrase | None:
    """A phrase with the rest of its chunk, where both are one name: prison | authorities, European Union | countries."""
    before, after = tokens[first : phrase.first], tokens[phrase.last + 1 : last + 1]
    if not before and not after:
        return phrase
    if not all(token.tag in MODIFIERS for token in (*before, *after)):
        return None
    return Phrase(min(first, phrase.first), max(last, phrase.last), phrase.sectors, phrase.country, False, phrase.pronoun)


def joined_to(phrase: Phrase, among: Sequence[Phrase], tokens: Sequence[Token], verb: int) -> list[Phrase]:
    """Those in one list with a phrase, by commas and "and": of "Niger, Chad and Mali signed" all three.

    `among`: the candidates of the sentence; `verb`: the first token of what they do, or suffer.
    """
    right = _run(phrase, among, tokens, step=1)
    left = _run(phrase, among, tokens, step=-1)
    if right and _opens_clause(right[-1], tokens, verb):
        right.pop()
    return [*reversed(left), *right]


def _run(phrase: Phrase, among: Sequence[Phrase], tokens: Sequence[Token], step: int) -> list[Phrase]:
    """The phrases that follow (`step` 1) or precede (-1) in the list, none where no "and" closes it."""
    found: list[Phrase] = []
    closed = 0
    edge = phrase
    for other in among if step == 1 else reversed(among):
        near, far = (edge, other) if step == 1 else (other, edge)
        if far.first <= near.last or other.pronoun:
            continue
        between = tokens[near.last + 1 : far.first]
        # "a man and his brother"
        gap = [token.lower for token in between if token.tag is not _DETERMINER and token.lower not in OWNERS]
        if not _LISTING.issuperset(gap) or not gap or (len(gap) > 1 and not found):
            break  # a comma and "and" close a list of three: "before kick-off, and police"
        found.append(other)
        edge = other
        if "and" in gap:
            closed = len(found)
            if step == 1:
                break
    return found[:closed] if step == 1 else found if closed else []


def _opens_clause(last: Phrase, tokens: Sequence[Token], verb: int) -> bool:
    """Whether the last of a list is rather the subject of a clause of its own: "arrested Ali, and the mayor spoke"."""
    following = last.last + 1
    if last.last < verb or following >= len(tokens):
        return False
    return tokens[following].tag in (Tag.AUXILIARY, Tag.MODAL) or looks_verbal(tokens, following)


def is_deaf(phrase: Phrase, kind: str | None, sentence: Sentence) -> bool:
    """Whether a phrase names a thing, with no name of whose it is: "Dutch help", not "the premier's failure" with his name."""
    tokens = sentence.tokens
    head = tokens[phrase.last].lower
    if kind == "national":
        if tokens[phrase.last].tag is not _WORD or not (head in _HELP or kind_of(head) in _DEAF):
            return False
    elif kind not in _DEAF and head not in _HELP:
        return False
    for i in range(phrase.first, phrase.last + 1):  # noqa: SIM110 - of a word or two, a generator would cost more than all else
        if tokens[i].tag is _POSSESSIVE:
            return False
    return True


def is_office(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether an office is somebody's: "the prosecutor's office"."""
    tokens = sentence.tokens
    return tokens[phrase.last].lower == "office" and phrase.last > 0 and tokens[phrase.last - 1].tag is Tag.POSSESSIVE
