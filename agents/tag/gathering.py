"""What an article tells besides its events, gathered for them: places, also those told by no name, days, counts, actors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from agents.tag.circumstances import Facts
from agents.tag.document import Document
from agents.tag.facts.counts import find_counts
from agents.tag.facts.dates import find_dates
from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceHit
from agents.tag.facts.villages import with_villages
from agents.tag.referents import referents
from schemas.article import Precision


def gather(
    document: Document,
    named: Sequence[PlaceHit],
    actors: Sequence[ActorHit],
    published_at: datetime | None = None,
    precision: Precision | None = None,
) -> Facts:
    """`named`: the places that a recogniser found in the text."""
    text = document.text
    places = with_villages(text, named)
    return Facts(
        places,
        find_dates(text, published_at, precision),
        find_counts(text),
        actors,
        published_at.date() if published_at else None,
        referents(document, places),
    )
