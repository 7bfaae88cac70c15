"""A stage on the real topics whose transform obeys the words that stand in a page.

The first line of a page's HTML holds its words, blanks between; the rest is filling. What comes out depends on the page alone,
so that a copy made after a redelivery equals the first.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from agents.runtime.codec import decode_raw_page
from agents.runtime.stage import Stage
from agents.settings import Settings
from schemas import identity, topics
from schemas.article import CleanArticle, Extractor
from schemas.page import RawPage
from schemas.rejection import RejectedPage, RejectionReason

BLOCK_BYTES = 16 << 20
BIG_OUTPUT_BYTES = 2 << 20


def _sleep(seconds: str) -> None:
    time.sleep(float(seconds))


def hold(gate: str) -> None:
    """Writes the process's id into the file `gate` and waits until the test removes that; goes on where there is none."""
    path = Path(gate)
    if path.exists():
        path.write_text(str(os.getpid()))
    while path.exists():
        time.sleep(0.01)


def _forever(_: str) -> None:
    while True:
        pass


def _exit(_: str) -> None:
    os._exit(3)


def _segfault(_: str) -> None:
    ctypes.string_at(0)


def _allocate(_: str) -> None:
    blocks = []
    while True:
        blocks.append(b"\1" * BLOCK_BYTES)


def _raise(_: str) -> None:
    raise RuntimeError("the page asked for it")


WORDS: dict[str, Callable[[str], None]] = {
    "sleep": _sleep,
    "hold": hold,
    "forever": _forever,
    "exit": _exit,
    "segfault": _segfault,
    "allocate": _allocate,
    "raise": _raise,
}


def _incompressible(seed: str) -> str:
    """The same for each page; stays over BIG_OUTPUT_BYTES when a producer compresses it."""
    return random.Random(seed).randbytes(BIG_OUTPUT_BYTES).hex()


def obey(page: RawPage) -> CleanArticle | RejectedPage:
    """Does what the page's words say, in their order; `reject` and `big-output` choose what comes out."""
    text = page.body.decode("utf-8", "replace")
    words = text.partition("\n")[0].split()
    for word in words:
        name, _, argument = word.partition("=")
        if name in WORDS:
            WORDS[name](argument)
    if "reject" in words:
        return RejectedPage(
            page_id=page.page_id,
            url=page.url,
            reason=RejectionReason.NOT_AN_ARTICLE,
            detail="the page asked for it",
            fetched_at=page.fetched_at,
            rejected_at=datetime.now(UTC),
        )
    return CleanArticle(
        article_id=identity.article_id(page.url),
        page_id=page.page_id,
        url=page.url,
        canonical_url=page.url,
        title=words[0] if words else "",
        language="en",
        text=_incompressible(page.page_id) if "big-output" in words else text,
        truncated=False,
        paywalled=False,
        word_count=len(text.split()),
        fingerprint=hashlib.sha256(page.body).hexdigest()[:16],
        fetched_at=page.fetched_at,
        cleaned_at=datetime.now(UTC),
        extractor=Extractor(name="drill", version="1", path="drill"),
    )


def load(settings: Settings) -> Callable[[RawPage], CleanArticle | RejectedPage]:
    """What a pool process calls once."""
    return obey


STAGE = Stage(
    name="clean",  # the drills' consumer group and port are those of the stage that it stands for
    source=topics.RAW_PAGES,
    decode=decode_raw_page,
    load=load,
    routes={CleanArticle: topics.ARTICLES, RejectedPage: topics.REJECTED},
)
