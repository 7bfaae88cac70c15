"""The two places where another library can stand in: what finds names, and what codes events.

`EVENTWIRE_RECOGNISER` and `EVENTWIRE_CODER` choose by name: Eventwire's own, or one that an installed package offers

    [project.entry-points."eventwire.recognisers"]
    mine = "my_package.names:load"

as an entry point of `eventwire.recognisers` or `eventwire.coders`: a function from Settings to a Recogniser or Coder, called once
in each pool process. What it returns runs there with a deadline and a cap on memory, like all that reads a stranger's page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol

from agents.settings import Settings
from agents.tag.facts.names import ActorHit
from agents.tag.facts.places import PlaceHit
from schemas.article import ArticleToTag
from schemas.base import Span
from schemas.event import Event

OWN = "eventwire"
"""Name of Eventwire's own in both slots."""


@dataclass(frozen=True)
class Recognised:
    """What an article names: places with their GeoNames ids, persons and organizations, each list in the order of the text."""

    places: Sequence[PlaceHit]
    actors: Sequence[ActorHit]


class Recogniser(Protocol):
    """Finds names. `agents.tag.recognise.described` makes places and actors of bare spans."""

    @property
    def name(self) -> str: ...

    def __call__(self, article: ArticleToTag) -> Recognised: ...


class Coder(Protocol):
    """Codes events. Name and version stand in the record; the version rises with each change of what it says."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def refuses(self, language: str) -> str | None:
        """Why articles in a language (BCP 47) can't be coded; None where they can."""
        ...

    def __call__(self, article: ArticleToTag, recognised: Recognised) -> list[Event]:
        """The events, the most salient first; ids from `schemas.identity.event_id`."""
        ...


class SlotError(Exception):
    """What was chosen can't be used; the message says what to do."""


_INCLUDED = {
    "eventwire.recognisers": {OWN: "agents.tag.recognise:load", "spacy": "agents.tag.spacy_names:load"},
    "eventwire.coders": {OWN: "agents.tag.lexicon_coder:load"},
}


def recogniser(settings: Settings) -> Recogniser:
    """The chosen one, loaded. Raises SlotError."""
    chosen: Recogniser = _load("eventwire.recognisers", settings.recogniser, "EVENTWIRE_RECOGNISER", settings)
    return chosen


def coder(settings: Settings) -> Coder:
    """The chosen one, loaded; one that is not our own with its spans checked. Raises SlotError."""
    chosen: Coder = _load("eventwire.coders", settings.coder, "EVENTWIRE_CODER", settings)
    return chosen if settings.coder == OWN else _Checked(chosen)


def _load(group: str, name: str, variable: str, settings: Settings) -> Any:
    offered = {point.name: point for point in entry_points(group=group)} | {
        included: EntryPoint(included, path, group) for included, path in _INCLUDED[group].items()
    }
    if name not in offered:
        raise SlotError(
            f"{variable}={name}: there is none of that name, only {', '.join(sorted(offered))}; "
            f"install the package that offers it (entry point group {group}), or choose another"
        )
    point = offered[name]
    try:
        factory: Callable[[Settings], Any] = getattr(import_module(point.module), point.attr)
    except (ImportError, AttributeError) as error:
        raise SlotError(f"{variable}={name}: {point.value} can't be loaded ({error}); install that package anew") from error
    return factory(settings)


@dataclass(frozen=True)
class _Checked:
    """A coder whose events must quote the text that they point to: offsets into another text would look like evidence."""

    coder: Coder

    @property
    def name(self) -> str:
        return self.coder.name

    @property
    def version(self) -> str:
        return self.coder.version

    def refuses(self, language: str) -> str | None:
        return self.coder.refuses(language)

    def __call__(self, article: ArticleToTag, recognised: Recognised) -> list[Event]:
        events = self.coder(article, recognised)
        for event in events:
            for span in _spans(event):
                if article.text[span.start : span.end] != span.text:
                    raise ValueError(
                        f"coder {self.name!r}, article {article.article_id}: {span.text[:60]!r} does not stand at "
                        f"{span.start}-{span.end} of the text; offsets are code points into `text`"
                    )
        return events


def _spans(event: Event) -> Iterator[Span]:
    yield from (event.evidence, event.trigger, *event.mentions, *event.actors, *event.recipients)
