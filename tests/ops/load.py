"""A gentle load: pages of a made-up paper, front pages that are no articles, and now and then a record that is no page."""

from __future__ import annotations

import itertools
import threading
import time
from types import TracebackType
from typing import Self

import orjson
from confluent_kafka import Producer

from schemas import topics

STORY = """<!doctype html><html lang="en"><head><title>{title}</title><meta property="og:type" content="article">
<meta name="author" content="Nino Kapanadze"><meta property="article:published_time" content="2031-05-06T07:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>{title}</h1>
<p>Police in Tbilisi arrested {number} protesters near the parliament building on Tuesday evening, the interior ministry said in a
statement. The demonstrators had gathered to demand the release of two journalists who were detained last week.</p>
<p>The prime minister met the ambassador of Japan on Monday and promised an inquiry. Teachers in Batumi went on strike for the third
day and blocked the coastal road, while drivers turned back towards the harbour and waited there for hours in the rain.</p>
<p>Residents said that the road had been closed since the early morning. The city council will discuss the matter next week, a
spokeswoman told reporters, and asked everybody to keep calm until then. Shops near the square stayed open all day.</p>
</article><footer>The Harbour Post</footer></body></html>"""
FRONT = "<html><body>{links}</body></html>".format(links="".join(f'<a href="/{n}">Story {n} of the day</a>' for n in range(40)))
NO_PAGE = b"\xff no JSON \x00"


class Load:
    """Publishes while it is entered, from a thread; of every 20 records 14 are stories, 5 front pages and 1 is no page."""

    def __init__(self, address: str, a_second: float = 8.0, poison: int = 1) -> None:
        self._producer = Producer({"bootstrap.servers": address, "log_level": 0})
        self._pause_s = 1 / a_second
        self._poison = poison
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._publish, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ending.set()
        self._thread.join(30)
        self._producer.flush(5)

    def _publish(self) -> None:
        for number in itertools.count():
            url, value = self._record(number)
            self._producer.produce(topics.RAW_PAGES.name, value, url.encode())
            self._producer.poll(0)
            if self._ending.wait(self._pause_s):
                return

    def _record(self, number: int) -> tuple[str, bytes]:
        if number % 20 < self._poison:
            return f"https://broken.example/{number}", NO_PAGE
        if number % 4 == 1:
            return _page(f"https://menus.example/section/{number}", FRONT)
        title = f"Police arrest {number} protesters in Tbilisi"
        return _page(f"https://harbour-post.example/{number}", STORY.format(title=title, number=number))


def _page(url: str, html: str) -> tuple[str, bytes]:
    fetched_at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return url, orjson.dumps({"url": url, "fetched_at": fetched_at, "html": html})
