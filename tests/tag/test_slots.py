"""Another library can stand in for what finds names and for what codes events."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from agents.settings import Settings
from agents.tag import slots
from agents.tag.recognise import FoundName, NameKind, described
from agents.tag.slots import Recognised, SlotError
from agents.tag.transform import load
from schemas.article import ArticleToTag
from schemas.base import Span
from schemas.event import ActorKind, Event
from schemas.identity import event_id
from schemas.plover import QUAD_CLASS, EventType

TEXT = "Zorblax met the mayor of Lima. Later Zorblax flew to Nairobi."
Offer = Callable[[str, str, Any], None]


def article(text: str = TEXT, language: str = "en") -> ArticleToTag:
    return ArticleToTag(article_id="a", url="https://x.example/a", title="", text=text, language=language, published_at=None)


def find(text: str, word: str, kind: NameKind) -> list[FoundName]:
    return [FoundName(i, i + len(word), kind) for i in range(len(text)) if text.startswith(word, i)]


class Listed:
    """A recogniser that knows two names."""

    name = "listed"

    def __call__(self, article: ArticleToTag) -> Recognised:
        names = [*find(article.text, "Zorblax", NameKind.PERSON), *find(article.text, "Lima", NameKind.PLACE)]
        return described(article, names)


class Meetings:
    """A coder that sees a meeting in every "met", `shift` code points beside it."""

    name, version = "meetings", "7"

    def __init__(self, shift: int = 0) -> None:
        self.shift = shift

    def refuses(self, language: str) -> str | None:
        return None if language == "en" else "meetings are English"

    def __call__(self, article: ArticleToTag, recognised: Recognised) -> list[Event]:
        at = article.text.index("met") + self.shift
        span = Span(start=at, end=at + 3, text="met")
        return [
            Event(
                event_id=event_id(article.article_id, "CONSULT", "met"),
                type=EventType.CONSULT,
                quad_class=QUAD_CLASS[EventType.CONSULT],
                evidence=span,
                trigger=span,
                rule="met",
                confidence=0.5,
            )
        ]


@pytest.fixture
def offer(monkeypatch: pytest.MonkeyPatch) -> Offer:
    """Installs a package, as it were, that offers what `factory` makes under a name."""

    def install(group: str, name: str, factory: Any) -> None:
        monkeypatch.setattr(sys.modules[__name__], "offered", factory, raising=False)
        point = EntryPoint(name, f"{__name__}:offered", group)
        monkeypatch.setattr(slots, "entry_points", lambda group: [point] if point.group == group else [])

    return install


def test_another_recogniser_finds_the_names(offer: Offer):
    offer("eventwire.recognisers", "listed", lambda settings: Listed())
    record = load(Settings(recogniser="listed"))(article())
    assert [(actor.name, actor.kind, len(actor.mentions)) for actor in record.actors] == [("Zorblax", ActorKind.PERSON, 2)]
    assert [(place.name, place.country) for place in record.places] == [("Lima", "PE")]
    assert [event.type for event in record.events] == [EventType.CONSULT]
    assert record.tagger.version.endswith("+listed")


def test_another_coder_codes_the_events(offer: Offer):
    offer("eventwire.coders", "meetings", lambda settings: Meetings())
    tag = load(Settings(coder="meetings"))
    record = tag(article())
    assert [(event.rule, event.evidence.text) for event in record.events] == [("met", "met")]
    assert (record.tagger.name, record.tagger.version, record.tagger.coded) == ("meetings", "7", True)
    assert [place.name for place in record.places] == ["Lima", "Nairobi"]
    refused = tag(article(language="fr"))
    assert (refused.events, refused.tagger.coded, refused.tagger.reason) == ([], False, "meetings are English")


def test_a_coder_that_quotes_another_text_is_stopped(offer: Offer):
    offer("eventwire.coders", "meetings", lambda settings: Meetings(shift=1))
    with pytest.raises(ValueError, match="coder 'meetings', article a: 'met' does not stand at 9-12"):
        load(Settings(coder="meetings"))(article())


def test_a_name_that_nobody_offers_is_told_with_those_that_are():
    with pytest.raises(SlotError, match=r"EVENTWIRE_RECOGNISER=nobody.*only eventwire, spacy; install the package"):
        load(Settings(recogniser="nobody"))


def test_an_offer_that_can_not_be_loaded_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(slots, "entry_points", lambda group: [EntryPoint("gone", "no_such_package:load", group)])
    with pytest.raises(SlotError, match=r"EVENTWIRE_CODER=gone: no_such_package:load can't be loaded .* install that package anew"):
        load(Settings(coder="gone"))


def test_without_spacy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SlotError, match=r"spaCy is not installed; pip install spacy"):
        load(Settings(recogniser="spacy"))


def test_a_spacy_pipeline_finds_the_names(tmp_path: Path):
    spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Zorblax"}, {"label": "GPE", "pattern": "Lima"}])
    pipeline.to_disk(tmp_path / "pipeline")
    record = load(Settings(recogniser="spacy", spacy_pipeline=str(tmp_path / "pipeline")))(article())
    assert [actor.name for actor in record.actors] == ["Zorblax"]
    assert [place.name for place in record.places] == ["Lima"]


def test_a_spacy_pipeline_that_is_not_there_is_told():
    pytest.importorskip("spacy", reason="the extra spacy is not installed")
    with pytest.raises(SlotError, match="EVENTWIRE_SPACY_PIPELINE=no_such_model: no such pipeline"):
        load(Settings(recogniser="spacy", spacy_pipeline="no_such_model"))
