"""The records: strict about what matters, tolerant of what a later version adds."""

import hashlib
from datetime import UTC, datetime

import orjson
import pytest
from pydantic import ValidationError

from schemas import identity
from schemas.article import ArticleToTag, CleanArticle
from schemas.base import format_time
from schemas.event import Event, TaggedEvents
from schemas.page import RawPage
from schemas.plover import INTENSITY, MODES, QUAD_CLASS, EventType
from schemas.rejection import RejectedPage

PAGE = {"url": "https://harbour-post.example/a", "fetched_at": "2026-03-01T09:00:00+02:00", "html": "<p>Grüße</p>"}


def test_a_page_gives_its_bytes_from_text_and_from_base64_alike():
    as_text = RawPage.model_validate(PAGE)
    as_bytes = RawPage.model_validate(
        {key: value for key, value in PAGE.items() if key != "html"} | {"body_base64": "PHA+R3LDvMOfZTwvcD4="}
    )
    assert as_text.body == as_bytes.body == "<p>Grüße</p>".encode()
    assert as_text.page_id == as_bytes.page_id


def test_a_page_id_is_the_digest_of_url_and_body():
    expected = hashlib.sha256(b"https://harbour-post.example/a\0" + "<p>Grüße</p>".encode()).hexdigest()[:32]
    assert RawPage.model_validate(PAGE).page_id == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"url": ""},
        {"url": None},
        {"fetched_at": "yesterday"},
        {"fetched_at": "2026-03-01T09:00:00"},  # no zone
        {"fetched_at": "0001-01-01T00:00:00+14:00"},  # in UTC before the first year
        {"html": None},
        {"body_base64": "PHA+"},  # beside html
        {"html": None, "body_base64": "no base64!"},
        {"status": 7},
    ],
)
def test_what_is_no_raw_page_is_refused(fields):
    with pytest.raises(ValidationError):
        RawPage.model_validate(PAGE | fields)


def test_unknown_fields_are_ignored():
    assert RawPage.model_validate(PAGE | {"robots": {"index": True}}).url == PAGE["url"]


def test_a_page_is_written_as_it_was_read():
    page = RawPage.model_validate(PAGE)
    assert RawPage.from_json(page.to_json()) == page
    body = RawPage.model_validate({"url": "u:1", "fetched_at": PAGE["fetched_at"], "body_base64": b"\xff\x00"})
    assert RawPage.from_json(body.to_json()).body == b"\xff\x00"


ARTICLE = {
    "article_id": "a" * 32,
    "page_id": "b" * 32,
    "url": "https://harbour-post.example/a",
    "canonical_url": "https://harbour-post.example/a",
    "title": "Dockers walk out",
    "authors": ["Mara Quill"],
    "published_at": "2026-03-01T08:30:00+02:00",
    "published_precision": "minute",
    "language": "en",
    "text": "Dockers walked out on Sunday.",
    "truncated": False,
    "paywalled": False,
    "word_count": 5,
    "fingerprint": "0123456789abcdef",
    "fetched_at": "2026-03-01T09:00:00+02:00",
    "cleaned_at": "2026-03-01T09:00:01.25+02:00",
    "extractor": {"name": "eventwire", "version": "1", "path": "blocks"},
}


def test_the_page_keeps_its_zone_and_everything_else_is_utc():
    written = orjson.loads(CleanArticle.model_validate(ARTICLE).to_json())
    assert written["published_at"] == "2026-03-01T08:30:00+02:00"
    assert written["fetched_at"] == "2026-03-01T07:00:00Z"
    assert written["cleaned_at"] == "2026-03-01T07:00:01.250Z"


def test_lists_are_present_and_what_is_unknown_is_null():
    written = orjson.loads(CleanArticle.model_validate(ARTICLE).to_json())
    assert written["keywords"] == []
    assert written["modified_at"] is None


def test_tagging_needs_six_fields_only():
    article = ArticleToTag.model_validate(
        {"article_id": "x", "url": "u", "title": "", "text": "", "published_at": None, "language": "en"}
    )
    assert article.page_id is None


def test_a_clean_article_can_be_tagged():
    assert ArticleToTag.from_json(CleanArticle.model_validate(ARTICLE).to_json()).fingerprint == ARTICLE["fingerprint"]


EVENT = {
    "event_id": "e",
    "type": "PROTEST",
    "mode": "strike",
    "quad_class": "material-conflict",
    "evidence": {"start": 0, "end": 29, "text": "Dockers walked out on Sunday."},
    "trigger": {"start": 8, "end": 18, "text": "walked out"},
    "rule": "walk out",
    "confidence": 0.8,
}


def test_an_event_is_coded_as_plover_asks():
    assert Event.model_validate(EVENT).type is EventType.PROTEST


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "STRIKE"},
        {"mode": "arrest"},
        {"quad_class": "verbal-conflict"},
        {"confidence": 1.2},
        {"evidence": {"start": 0, "end": 601, "text": ""}},
        {"counts": {"wounded": {"value": 1, "approximate": False, "start": 0, "end": 1}}},
        {"date": {"start": "03-01", "end": "03-01", "precision": "day"}},
        {"contexts": ["sport"]},
        {"auxiliary": ["maybe"]},
    ],
)
def test_what_plover_does_not_know_is_refused(fields):
    with pytest.raises(ValidationError):
        Event.model_validate(EVENT | fields)


def test_a_date_without_a_year_is_written_without_one():
    event = Event.model_validate(EVENT | {"date": {"start": "--03-01", "end": "--03-01", "precision": "day"}})
    assert event.date is not None
    assert event.date.start == "--03-01"


def test_the_ontology_is_whole():
    assert len(EventType) == 16
    assert set(QUAD_CLASS) == set(MODES) == set(EventType)
    assert {(event_type, None) for event_type in EventType} <= set(INTENSITY)
    assert all(mode is None or mode in MODES[event_type] for event_type, mode in INTENSITY)


def test_an_event_id_survives_an_edit_elsewhere_and_tells_repeats_apart():
    first = identity.event_id("a", "PROTEST", "dockers walked out")
    assert first == identity.event_id("a", "PROTEST", "dockers walked out")
    assert first != identity.event_id("a", "PROTEST", "dockers walked out", 1)
    assert first != identity.event_id("b", "PROTEST", "dockers walked out")


# As they were written by the first version, with a field that a later one may add: these must read for ever.
OLDER = {
    RejectedPage: b'{"page_id":"0123456789abcdef0123456789abcdef","url":"https://harbour-post.example/","reason":"not-an-article",'
    b'"detail":"a front page","fetched_at":"2026-03-01T07:00:00Z","rejected_at":"2026-03-01T07:00:01Z","source":null,"later":1}',
    CleanArticle: orjson.dumps(ARTICLE | {"later": 1}),
    TaggedEvents: orjson.dumps(
        {
            "article": {"article_id": "a", "url": "u", "title": "t", "language": "en", "later": 1},
            "topics": [{"scheme": "iptc", "id": "medtop:09000000", "label": "labour", "score": 0.5}],
            "places": [],
            "actors": [],
            "events": [EVENT | {"later": 1}],
            "tagger": {"name": "eventwire", "version": "1", "coded": True, "reason": None},
            "tagged_at": "2026-03-01T07:00:02Z",
        }
    ),
    RawPage: orjson.dumps(PAGE | {"later": 1}),
}


@pytest.mark.parametrize("record", OLDER, ids=lambda record: record.__name__)
def test_an_older_record_still_reads(record):
    assert record.from_json(record.from_json(OLDER[record]).to_json()) == record.from_json(OLDER[record])


def test_a_moment_is_written_in_one_way() -> None:
    """Less than a millisecond is none: what is written reads back as the same record."""
    moment = datetime(2026, 3, 4, 7, 30, 0, 162, tzinfo=UTC)
    assert format_time(moment) == format_time(moment.replace(microsecond=0)) == "2026-03-04T07:30:00Z"
