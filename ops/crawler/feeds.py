"""A sample crawler: fetches what RSS and Atom feeds link to, and writes each page as a line of JSON (a RawPage).

    python ops/crawler/feeds.py https://news.example/rss | eventwire publish - --crawl sample

Polite: it says who it is, heeds robots.txt, asks a host no more than once in two seconds, and never fetches a page twice in a run.
It is here to try Eventwire on; a crawler of your own publishes to the raw topic as the README tells.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

AGENT = "eventwire-sample-crawler/1"
PAUSE_S = 2.0
TIMEOUT_S = 20.0
PAGE_BYTES = 10 << 20
"""What Eventwire takes of a page by default."""
FEED_BYTES = 5 << 20
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


class Fetcher:
    """Fetches politely. `pause_s`: between two requests to one host."""

    def __init__(self, pause_s: float = PAUSE_S) -> None:
        self._pause_s = pause_s
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}

    def allows(self, url: str) -> bool:
        """What the host's robots.txt says; where it can't be had, yes unless the host forbids even that."""
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if origin not in self._robots:
            parser = self._robots[origin] = RobotFileParser(f"{origin}/robots.txt")
            try:
                _, _, _, body = self.fetch(f"{origin}/robots.txt", FEED_BYTES)
                parser.parse(body.decode("utf-8", "replace").splitlines())
            except urllib.error.HTTPError as error:
                parser.disallow_all = error.code in (401, 403)
                parser.allow_all = not parser.disallow_all
            except OSError:
                parser.allow_all = True
        return self._robots[origin].can_fetch(AGENT, url)

    def fetch(self, url: str, limit: int) -> tuple[str, int, str | None, bytes]:
        """(where redirects led, status, media type, body). Raises OSError, urllib.error.HTTPError among them."""
        host = urlsplit(url).netloc
        time.sleep(max(0.0, self._last.get(host, 0.0) + self._pause_s - time.monotonic()))
        self._last[host] = time.monotonic()
        request = urllib.request.Request(url, headers={"User-Agent": AGENT})
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
            return answer.url, answer.status, answer.headers.get("Content-Type"), answer.read(limit + 1)


def links(feed: bytes, base: str) -> Iterator[str]:
    """What an RSS or Atom feed links to, in its order. Raises ValueError where it is none."""
    if _ENTITY.search(feed):
        raise ValueError("a feed that declares entities is not read")  # they could grow without bound
    try:
        root = ElementTree.fromstring(feed)
    except ElementTree.ParseError as error:
        raise ValueError(f"no RSS or Atom: {error}") from None
    for item in root.iter():
        if item.tag.rpartition("}")[2] not in ("item", "entry"):
            continue
        for link in item:
            target = (link.text or "").strip() or link.get("href", "")
            if link.tag.rpartition("}")[2] == "link" and link.get("rel", "alternate") == "alternate" and target:
                yield urljoin(base, target)
                break


def page_line(url: str, final_url: str, status: int, content_type: str | None, body: bytes) -> str:
    """A RawPage as JSON."""
    page = {
        "url": url,
        "fetched_at": datetime.now(UTC).isoformat(),
        "body_base64": base64.b64encode(body).decode(),
        "status": status,
        "content_type": content_type,
        "final_url": final_url,
    }
    return json.dumps(page)


def crawl(feeds: list[str], fetcher: Fetcher, seen: set[str]) -> Iterator[str]:
    """A line for each page that is new. What can't be fetched is named on standard error, and the others go on."""
    for feed in feeds:
        try:
            base, _, _, body = fetcher.fetch(feed, FEED_BYTES)
            found = [url for url in dict.fromkeys(links(body, base)) if url.startswith(("http://", "https://")) and url not in seen]
        except (OSError, ValueError) as error:
            print(f"{feed}: {error}", file=sys.stderr)
            continue
        for url in found:
            seen.add(url)
            try:
                if not fetcher.allows(url):
                    print(f"{url}: robots.txt asks not to", file=sys.stderr)
                    continue
                final_url, status, content_type, body = fetcher.fetch(url, PAGE_BYTES)
            except (OSError, ValueError) as error:
                print(f"{url}: {error}", file=sys.stderr)
                continue
            if len(body) <= PAGE_BYTES:
                yield page_line(url, final_url, status, content_type, body)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fetches what RSS and Atom feeds link to; a line of JSON (RawPage) each.")
    parser.add_argument("feed", nargs="+", help="URL of a feed")
    parser.add_argument("--every", type=float, default=0, metavar="SECONDS", help="look again and again; 0: once")
    options = parser.parse_args()
    fetcher, seen = Fetcher(), set[str]()
    while True:
        for line in crawl(options.feed, fetcher, seen):
            print(line, flush=True)
        if not options.every:
            return
        time.sleep(options.every)


if __name__ == "__main__":
    main()
