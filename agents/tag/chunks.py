"""The noun phrases of a sentence, whoever or whatever they name: what can stand between one verb and the next.

No tagger of parts of speech: the closed classes bound a phrase, and a word that looks like a verb's form ends one that has a noun
already ("the two men | shouted").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from agents.tag.document import Token
from agents.tag.lexicon import load
from agents.tag.nouns import kind_of
from agents.tag.words import NOUNS, OF_PHRASE, Tag, words

_WORD, _NAME, _NUMBER = Tag.WORD, Tag.NAME, Tag.NUMBER
"""Asked of every word: Python 3.11 takes longer to look into an enum than to compare."""
_OPENING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE})
_BEFORE_GERUND = frozenset({Tag.PREPOSITION, Tag.CONJUNCTION})
_VERB_BEFORE = frozenset({Tag.MODAL, Tag.PRONOUN, Tag.NOT})
_HAVING = frozenset({Tag.AUXILIARY, Tag.PRONOUN})
_OBJECT_AFTER = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.PRONOUN, Tag.TO})
_WHICH_TIME = words("last next this past earlier previous")
_HOURS = words("midnight noon midday dawn dusk nightfall noontime sunset sunrise evening morning afternoon")
_BEFORE_NOUNS = words("former deputy acting interim new senior federal national regional local state public private foreign")
_COMMON = words(
    "said says say told tells asked asks called calls call added adds claimed claims believe believes believed want wants "
    "wanted made makes make took takes take went goes go came comes come gave gives give held holds hold began begins became "
    "remain remains remained continue continues need needs know knows knew think thinks thought get gets got use uses used "
    "seems seem appear appears include includes lost left put set let sent led met ran won saw brought found kept paid stood "
    "wrote writes spoke speaks rose grew drew threw flew drove chose hid sang sank stole swore tore wore ate blew broke caught "
    "fought slept wept knelt faces"
)
"""Verbs of all news, that no noun of a phrase's end is likelier to be than they."""
_NO_VERBS = words(
    "seed speed need breed creed feed hundred bed red shed sacred wicked hatred naked building meeting evening morning wedding "
    "king ring wing string spring ceiling being offspring sibling mourning hearing ruling warning briefing gathering "
    "uprising funding spending housing banking shipping"
)
"""Ends of -ed and -ing that no verb's form has, or that a noun has likelier."""
_ING_ADJECTIVES = words(
    "leading remaining existing neighbouring neighboring surrounding following growing visiting ruling sitting outgoing incoming "
    "serving acting working mounting ongoing opposing warring dying missing living breaking rising falling competing developing"
)
_FORCING = words("force press pressure push help attack target blame support host aid arm fight")
_HELPING, _BEFORE_HELP = words("help helped helps"), frozenset({Tag.TO, Tag.MODAL, Tag.NAME, Tag.WORD, Tag.AUXILIARY})
_RELATIVES = words("that which who")
_DEMANDS = words("press appeal call push ask protest march strike demand vote rally lobby campaign vow plead petition")
_SOMEBODY = frozenset({"person", "group"})
_DEEDS = frozenset({"act", "abstract", None})
"""Kinds of nouns that take up what was told; no list has "move" for one."""
_ASKING = words("that demand demands demanded demanding")
_TRADES = words("fishing mining farming trading logging shipping training drilling herding")
"""What a village, a firm or a boat is called by: "the Peruvian mining town"."""
ADJECTIVE_ENDS = tuple("al ic ive ous ful less ary ent ant ern ed ble an ish ese ior ican er est".split())  # noqa: SIM905
_OFF = words("over back down out up off away")
_PARTICLES = _OFF | words("in to from into on with")


@cache
def irregular_pasts() -> frozenset[str]:
    verbs = load().irregular.verbs.values()
    return frozenset(forms[0] for forms in verbs) - words(
        "cut hit shot felt fell set put left split cost burst found ground saw bore"
    )


@cache
def _irregular_participles() -> frozenset[str]:
    return frozenset(forms[1] for forms in load().irregular.verbs.values() if len(forms) > 1 and forms[1] != forms[0])


def chunks(tokens: Sequence[Token], taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """(first, last) token of each phrase, without articles or possessives before it; `taken`: tokens of triggers, which end one."""
    at, count = 0, len(tokens)
    while at < count:
        if tokens[at].tag not in OF_PHRASE or at in taken:
            at += 1
            continue
        end = at + 1
        while (
            end < count
            and end not in taken
            and (tokens[end].tag in OF_PHRASE or _is_plural_mark(tokens, end))
            and not _ends_before(tokens, at, end)
        ):
            end += 1
        first, last = at, end - 1
        while first < last and (tokens[first].tag in _OPENING or _verb_opens(tokens, first)):
            first += 1
        if first < last:
            first = _after_time(tokens, first, last)
        while first < last and tokens[first].tag is Tag.POSSESSIVE:
            first += 1  # "Last year's | floods"
        if first < last and tokens[first].lower == "than":
            first += 1  # "more than 40 people"
        alone = first == last and (looks_verbal(tokens, first) or _is_asked_for(tokens, first) or _is_shared(tokens, first))
        if tokens[last].tag in NOUNS and not alone:
            yield first, last
        at = end


def _after_time(tokens: Sequence[Token], first: int, last: int) -> int:
    """The first token after the time that opens a phrase of several: "last year | police"."""
    opening = tokens[first].lower
    if _is_clock(tokens[first]) or (opening in _HOURS and tokens[first + 1].tag is _NUMBER):
        return first + 1  # "By midnight | 94 people", "14:10 | Israeli fire"
    if opening in _WHICH_TIME:
        at = first + 1
        while at < last and tokens[at].tag is _NUMBER:
            at += 1
        if at < last and kind_of(tokens[at].lower) == "time":
            return at + 1
    return first


def _is_clock(token: Token) -> bool:
    return token.tag is _NUMBER and ":" in token.text


def _verb_opens(tokens: Sequence[Token], i: int) -> bool:
    """Whether the first word of what looks like a phrase is the verb before it: "said Ali", "calling Ali", "and promised loans"."""
    if tokens[i].tag is not _WORD:
        return False
    if tokens[i].lower in _COMMON or tokens[i].lower in irregular_pasts():
        return True
    if tokens[i].lower.endswith("ing") and i > 0 and tokens[i - 1].tag in _BEFORE_GERUND:  # "of ignoring | workers"
        return tokens[i].lower not in _ING_ADJECTIVES and tokens[i].lower not in _NO_VERBS
    if i > 0 and tokens[i - 1].tag is Tag.MODAL:  # "would force | media outlets"
        return True
    if i > 0 and tokens[i - 1].tag in _HAVING and tokens[i].lower.endswith("ed") and tokens[i + 1].tag is Tag.NUMBER:
        return True  # "has declared | two members", "he named | 14"
    if i > 0 and tokens[i - 1].tag in NOUNS and looks_verbal(tokens, i):  # "the agency interviewed | 19 refugees"
        return True
    if i > 1 and tokens[i - 1].lower in _HELPING and tokens[i - 2].tag in _BEFORE_HELP and kind_of(tokens[i].lower) is None:
        return not tokens[i].lower.endswith(ADJECTIVE_ENDS)  # "to help rebuild | schools"
    if i > 1 and tokens[i - 1].lower in _RELATIVES and tokens[i - 2].tag in NOUNS and tokens[i].lower.endswith("s"):
        return tokens[i + 1].tag in NOUNS and not looks_verbal(tokens, i + 1)  # "a bill that bars | inspectors"
    if i > 0 and tokens[i - 1].tag is Tag.TO and tokens[i].lower in _FORCING and tokens[i + 1].tag is _NAME:
        return True  # "to force | Hamas"
    if i > 0 and tokens[i - 1].tag is Tag.TO and kind_of(tokens[i].lower) is None:  # "to disperse | students"
        return not tokens[i].lower.endswith(ADJECTIVE_ENDS)
    joined = i > 0 and tokens[i - 1].tag is Tag.CONJUNCTION and tokens[i].lower.endswith("ed")
    return (joined or tokens[i + 1].tag is _NAME) and looks_verbal(tokens, i)


def _is_plural_mark(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` is the possessive mark of a plural inside of a phrase: the miners' union."""
    if not tokens[i].attached or not tokens[i - 1].lower.endswith("s"):
        return False
    return i + 1 < len(tokens) and tokens[i + 1].tag in NOUNS


def _ends_before(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether the phrase from `first` on ends before token `i`."""
    tag, before = tokens[i].tag, tokens[i - 1]
    if tag is _WORD:
        if before.tag is _NUMBER and before.lower.isalpha():
            return _form_of(tokens[i].lower) == "common"  # "twelve | said", "thousands | fled"
        return before.tag in NOUNS and (looks_verbal(tokens, i) or _is_asked(tokens, first, i))
    if tag is _NAME:
        return begins_clause(tokens, first, i)
    if tag is Tag.POSSESSIVE:
        return tokens[i].lower != "'s"
    return tag is Tag.DETERMINER


def begins_clause(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether a name at token `i` is the subject of a clause about the noun before it, whose phrase begins at `first`: "a claim |
    Kyiv denied", "expelled him, a move | Paris condemned"."""
    if tokens[i - 1].tag is not _WORD:
        return False
    kind = kind_of(tokens[i - 1].lower)
    return kind == "message" or (kind in _DEEDS and is_appositive(tokens, first) and _acts(tokens, i))


def _acts(tokens: Sequence[Token], first: int) -> bool:
    """Whether a verb follows the name that begins at a token."""
    at = first
    while at < len(tokens) and tokens[at].tag is _NAME:
        at += 1
    if at >= len(tokens):
        return False
    return tokens[at].tag is Tag.AUXILIARY or looks_verbal(tokens, at) or (tokens[at].tag is _WORD and tokens[at].lower[-1] == "s")


def is_appositive(tokens: Sequence[Token], first: int) -> bool:
    """Whether a phrase with an article takes up behind a comma what was told before: "expelled him, a move Paris condemned"."""
    article = first if tokens[first].tag is Tag.DETERMINER else first - 1
    return article > 0 and tokens[article].lower in ("a", "an") and tokens[article - 1].lower == ","


def _is_asked(tokens: Sequence[Token], first: int, i: int) -> bool:
    """Whether a word is the bare verb of what is asked of somebody: "demanded that Minsk | hand over the man", "demanded Moss |
    release the list", "demanded the army | withdraw"."""
    if not first or (tokens[first].tag is Tag.DETERMINER and tokens[first].lower != "the") or i + 1 >= len(tokens):
        return False
    if tokens[first - 1].lower not in _ASKING or tokens[i].lower.endswith("s") or kind_of(tokens[i].lower) in _SOMEBODY:
        return False
    if tokens[i - 1].tag is not _NAME:
        named = kind_of(tokens[i].lower) is not None and tokens[i + 1].lower not in _OFF
        if named or kind_of(tokens[i - 1].lower) not in _SOMEBODY:
            return False
    return tokens[i + 1].tag in _OBJECT_AFTER or tokens[i + 1].lower in _PARTICLES


def _is_asked_for(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun is a verb where it stands: "to | press | for pay"."""
    return tokens[i].lower in _DEMANDS and i > 0 and tokens[i - 1].tag is Tag.TO


def _is_shared(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is an irregular participle that "and" joins to another: "had burned houses and | stolen cattle"."""
    return i > 0 and tokens[i - 1].tag is Tag.CONJUNCTION and tokens[i].lower in _irregular_participles()


def looks_verbal(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of an open class is likelier a verb's form than a noun where it stands; behind the last none is."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    if token.tag is not _WORD:
        return False
    lower = token.lower
    before = tokens[i - 1] if i else None
    if before is not None and before.tag in _VERB_BEFORE:
        return True
    form = _form_of(lower)
    if form is None:
        return False
    if form == "common":
        return before is None or before.tag not in _OPENING
    if form != "s":
        if form == "ing" and before is not None and before.lower in _BEFORE_NOUNS and kind_of(lower) is not None:
            return False  # "former mining minister"
        if lower in _TRADES and before is not None and before.tag is _NAME and _is_noun(tokens, i + 1):
            return False  # "the Nigerian fishing village"
        return before is None or (before.tag not in _OPENING and before.tag is not _NUMBER)
    if before is None or before.tag not in NOUNS or i + 1 == len(tokens):
        return False
    if before.lower.endswith("ed") or before.lower in _COMMON or before.lower in irregular_pasts():
        return False  # "urged donors to pay": no verb follows a verb
    if kind_of(lower) == "person" and i > 1 and tokens[i - 2].lower == "and":
        return False  # "urged the army and coca growers to talk"
    return tokens[i + 1].tag in _OBJECT_AFTER


@lru_cache(maxsize=20_000)
def _form_of(lower: str) -> str | None:
    """As which form of a verb a word looks: a common verb's, or that in "ed", "ing" or "s"; None for no form."""
    if lower in _COMMON or lower in irregular_pasts():
        return "common"
    if lower.endswith("s"):
        return "s" if lower not in _NO_VERBS else None
    if not lower.endswith(("ed", "ing")) or lower in _NO_VERBS:
        return None
    return "ed" if lower.endswith("ed") else "ing"


def _is_noun(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is a common noun that is known for a thing, a place or a group."""
    return i < len(tokens) and tokens[i].tag is _WORD and kind_of(tokens[i].lower) in ("group", "location", "object", "person")
