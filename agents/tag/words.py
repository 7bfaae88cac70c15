"""The closed word classes of English: the words that carry a sentence's structure."""

from __future__ import annotations

from typing import Final


class Tag:
    """A guess at a word's part of speech: the closed classes are sure, the rest is left open.

    Strings and no enumeration, since they are asked for at every word: Python 3.11 looks six times as long into an enumeration.
    """

    DETERMINER: Final = "det"
    PREPOSITION: Final = "prep"
    CONJUNCTION: Final = "conj"
    SUBORDINATOR: Final = "sub"
    RELATIVE: Final = "rel"
    PRONOUN: Final = "pron"
    POSSESSIVE: Final = "poss"
    AUXILIARY: Final = "aux"
    MODAL: Final = "modal"
    TO: Final = "to"
    NOT: Final = "not"
    ADVERB: Final = "adv"
    NUMBER: Final = "num"
    NAME: Final = "name"
    WORD: Final = "word"
    PUNCTUATION: Final = "punct"


def words(text: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(text.split())


BEFORE_HEAD = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.ADVERB, Tag.NUMBER})
"""What may stand between a preposition and the noun that it leads to."""
IN_PHRASE = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER, Tag.WORD})
"""What stands between a preposition and the last noun of its phrase."""
NOUNS = frozenset({Tag.WORD, Tag.NAME})
"""What a phrase ends in."""
LINKS = frozenset({Tag.PREPOSITION, Tag.TO})
"""What leads from one phrase to the next."""
MODIFIERS = NOUNS | {Tag.NUMBER}
"""What stands between an article and the last noun of its phrase."""
OF_PHRASE = IN_PHRASE | NOUNS
"""What a noun phrase consists of."""
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
DETERMINERS = words("a an the this that these those some any every each no another both either neither all such")
OWNERS = words("his her its their")
POSSESSIVES = OWNERS | words("my our your whose") | {"'s"}
PREPOSITIONS = words(
    "of in on at by with from for into against near over under between among through across around inside outside within "
    "without toward towards upon off onto amid amidst along beyond behind above below beneath beside besides via per despite "
    "during throughout about like unlike following including regarding concerning alongside aboard up down out past versus"
)
SUBORDINATORS = words(
    "that if unless because although though while when whenever as after before since until till once whether whereas where "
    "wherever lest so"
)
RELATIVES = words("who which whom what why how")
PRONOUNS = words(
    "he she it they we i you him them us me himself herself itself themselves ourselves there here everyone everybody someone "
    "somebody anyone nobody others"
)
CONJUNCTIONS = words("and or but nor yet")
MODALS = words("will would shall should can could may might must cannot ought 'll 'd won't wouldn't can't couldn't shouldn't")
BE = words("be am is are was were been being isn't aren't wasn't weren't 're 'm")
HAVE = words("have has had having haven't hasn't hadn't 've")
DO = words("do does did don't doesn't didn't")
NEGATIVE_AUXILIARIES = frozenset(word for word in MODALS | BE | HAVE | DO if word.endswith("n't") or word == "cannot")
ADVERBS = words(
    "also still already again soon now then later earlier yesterday today tomorrow tonight ever even just only further together "
    "reportedly allegedly apart away back home abroad instead however meanwhile once twice too very more most less least far "
    "almost nearly about often always sometimes perhaps maybe"
)
NUMBERS = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens hundreds thousands scores "
    "several many few"
)
TITLES = words("mr mrs ms dr prof gen col lt sgt capt maj adm sen rep gov pres rev fr sir")


def _closed_class() -> dict[str, str]:
    tags: dict[str, str] = {}
    for group, tag in (
        (ADVERBS, Tag.ADVERB),
        (NUMBERS, Tag.NUMBER),
        (PREPOSITIONS, Tag.PREPOSITION),
        (SUBORDINATORS, Tag.SUBORDINATOR),
        (RELATIVES, Tag.RELATIVE),
        (PRONOUNS, Tag.PRONOUN),
        (CONJUNCTIONS, Tag.CONJUNCTION),
        (DETERMINERS - {"that"}, Tag.DETERMINER),
        (POSSESSIVES, Tag.POSSESSIVE),
        (MODALS, Tag.MODAL),
        (BE | HAVE | DO, Tag.AUXILIARY),
        (frozenset({"not", "never", "n't"}), Tag.NOT),
        (frozenset({"to"}), Tag.TO),
    ):
        tags.update(dict.fromkeys(group, tag))
    return tags


CLOSED_CLASS: dict[str, str] = _closed_class()
"""Word in lower case -> tag."""
SAYING = words(
    "said says say saying told tells announced announces confirmed confirms reported reports added according stated claimed claims "
    "noted believe believes believed explained"
)
"""Verbs that report what somebody says."""
