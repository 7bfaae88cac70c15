"""The sample crawler, against a site on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from ops.crawler.feeds import Fetcher, crawl, links
from schemas.page import RawPage

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>/</link>
<item><title>One</title><link>/one.html</link></item><item><link> /secret/two.html </link></item>
<item><link>/gone.html</link></item><item><link>/one.html</link></item></channel></rss>"""
ATOM = (
    b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/self"/><link href="/three.html"/></entry></feed>"""
)

PAGES = {
    "/rss": ("application/rss+xml", RSS),
    "/robots.txt": ("text/plain", b"User-agent: *\nDisallow: /secret/\n"),
    "/one.html": ("text/html; charset=utf-8", b"<p>one"),
    "/secret/two.html": ("text/html", b"<p>two"),
}


@pytest.fixture
def site() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = PAGES.get(self.path, ("text/plain", b""))
            self.send_response(200 if self.path in PAGES else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_what_a_feed_links_to_comes_out_as_raw_pages(site: str, capsys: pytest.CaptureFixture[str]):
    seen: set[str] = set()
    [line] = crawl([f"{site}/rss", f"{site}/none"], Fetcher(pause_s=0), seen)
    page = RawPage.from_json(line)
    assert (page.url, page.body, page.status, page.content_type) == (f"{site}/one.html", b"<p>one", 200, "text/html; charset=utf-8")
    told = capsys.readouterr().err
    assert f"{site}/secret/two.html: robots.txt asks not to" in told
    assert f"{site}/gone.html: HTTP Error 404" in told
    assert f"{site}/none: " in told
    assert list(crawl([f"{site}/rss"], Fetcher(pause_s=0), seen)) == []


def test_atom_is_read_and_what_could_grow_without_bound_is_not():
    assert list(links(ATOM, "https://a.example/feed")) == ["https://a.example/three.html"]
    with pytest.raises(ValueError, match="entities"):
        list(links(b'<!DOCTYPE a [<!ENTITY b "c">]><rss/>', "https://a.example/"))
    with pytest.raises(ValueError, match="no RSS"):
        list(links(b"<html><p>", "https://a.example/"))
