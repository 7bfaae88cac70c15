"""The stages themselves under faults: pages in, coded events out, and a copy equals the first in whatever process it was made."""

from __future__ import annotations

import random
from collections import defaultdict

import orjson
import pytest

from schemas.headers import CONTENT_TYPE, FETCHED_AT, URL
from schemas.identity import page_id
from schemas.topics import ARTICLES, DEAD_LETTERS, EVENTS
from tests.faults.drill import Drill
from tests.faults.ledger import PASSING
from tests.faults.pages import Page, as_bytes, as_json, unreadable
from tests.kafka.process import wait_until
from tests.kafka.stories import story
from tests.kafka.topics import Reader

pytestmark = [pytest.mark.kafka, pytest.mark.slow, pytest.mark.timeout(300)]

CLEAN, TAG = "agents.clean.agent:STAGE", "agents.tag.agent:STAGE"
LINKS = "".join(f'<li><a href="/{number}">Story {number}</a></li>' for number in range(60))
LISTING = f"<html><body><h1>Latest</h1><ul>{LINKS}</ul></body></html>"
FETCHED = "2026-03-01T12:00:00Z"


def _story(number: int) -> Page:
    body = story(number).encode()
    url = f"https://harbour-post.example/world/{number}"
    if number % 2:
        value = {"url": url, "fetched_at": FETCHED, "html": body.decode()}
        return Page(orjson.dumps(value), url.encode(), (), page_id(url, body), "story as json")
    fields = (CONTENT_TYPE, b"text/html"), (URL, url.encode()), (FETCHED_AT, FETCHED.encode())
    return Page(body, url.encode(), fields, page_id(url, body), "story as bytes")


PAGES = [
    *map(_story, range(40)),
    as_json(100, LISTING, size=0),
    as_bytes(101, LISTING, size=0),
    as_bytes(102, "%PDF-1.7", size=0),
    as_json(103, "", size=0),
    unreadable("poison", b"{"),
]


def test_pages_become_events_though_both_stages_are_killed(drill: Drill) -> None:
    copies = PAGES * 3  # whatever a process's memory or hash seed puts into an outcome shows as a copy that differs
    random.Random(5).shuffle(copies)
    drill.ledger.publish(copies)
    with drill.worker(CLEAN) as clean, drill.worker(TAG) as tag:
        drill.ledger.wait_for(len(PAGES) // 3, within=120)
        clean.kill()
        tag.kill()
    with drill.worker(CLEAN), drill.worker(TAG):
        figures = drill.close(within=120, note="each stage killed once")
        assert figures.articles
        assert figures.rejected
        _events_of_every_article(drill)


def _events_of_every_article(drill: Drill) -> None:
    """Every article has exactly one distinct record of events; none became a dead letter."""
    articles = {identity for identity, outcomes in drill.ledger.outcomes.items() if outcomes[0].kind == "article"}
    tagged: defaultdict[object, set[bytes]] = defaultdict(set)
    with Reader(drill.broker.address, [EVENTS, DEAD_LETTERS]) as reader:

        def all_tagged() -> bool:
            for message in reader.new():
                if message.topic() == DEAD_LETTERS.name:
                    assert dict(message.headers())["eventwire-error-topic"] != ARTICLES.name.encode(), message.headers()
                    continue
                fields = orjson.loads(message.value())
                tagged[dict(message.headers())["ce_id"].decode()].add(
                    orjson.dumps({name: value for name, value in fields.items() if name not in PASSING})
                )
            return tagged.keys() >= articles

        wait_until("every article is tagged", 120, all_tagged, every=0)
        all_tagged()
    assert tagged.keys() == articles
    assert {identity: len(versions) for identity, versions in tagged.items()} == dict.fromkeys(articles, 1)
