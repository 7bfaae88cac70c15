"""What is known of the words of names before any text is read: first names, surnames, titles, words of organizations."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from agents.tag.facts.words import key_of, word_set

TITLES = word_set(
    """
    mr mrs ms miss dr sir lord lady dame prof professor president premier chancellor king queen prince princess pope
    minister senator congressman
    congresswoman representative rep sen gov governor mayor judge justice general gen colonel col lieutenant lt captain
    capt major maj sergeant sgt
    corporal private admiral commander officer detective inspector sheriff chief secretary spokesman spokeswoman
    spokesperson director chairman
    chairwoman ceo coach imam sheikh ayatollah rabbi reverend rev father bishop archbishop cardinal saint emir sultan
    ambassador attorney lawyer
    analyst author actor actress singer brother sister son daughter wife husband uncle aunt mp mep vice deputy
    """
)
ORGANIZATION_WORDS = word_set(
    """
    inc corp corporation co company ltd llc plc group holdings bank university college school institute academy hospital
    church ministry department
    agency committee commission council court party union association federation foundation organization organisation
    society club team board bureau
    office authority administration service services police army navy force forces guard front movement brigade brigades
    battalion congress
    senate parliament assembly house center centre network news times post journal herald tribune daily press radio
    television magazine league
    alliance coalition trust fund museum airlines airways motors systems technologies software energy oil gas industries
    enterprises partners
    associates insurance restaurant hotel store shop theatre theater library orchestra band fc united international national
    """
)


class NameLists(NamedTuple):
    first_names: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    """Words seen in lower case."""
    organizations: dict[str, str]
    """Keys of well-known organizations with their kind."""
    openings: frozenset[str]
    """First words of those keys."""


@lru_cache(maxsize=1)
def name_lists() -> NameLists:
    data = files(__package__) / "data"

    def words(name: str) -> frozenset[str]:
        lines = (data / name).read_text(encoding="utf-8").splitlines()
        return frozenset(" ".join(line for line in lines if not line.startswith("#")).split())

    organizations: dict[str, str] = {}
    for line in (data / "organizations.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            names, kind = line.split("\t")[:2]
            organizations |= {key_of(name): kind for name in names.split("|")}
    openings = frozenset(key.split(" ")[0] for key in organizations)
    return NameLists(words("first_names.txt"), words("surnames.txt"), words("common_words.txt"), organizations, openings)
