import gzip
from pathlib import Path

from agents.commands import inputs
from agents.commands.inputs import Found, Unreadable

HTTP = "application/http; msgtype=response"


def record(url: str, block: bytes, kind: str = "response", content_type: str = HTTP) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:12345678-0000-0000-0000-000000000000>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-03-01T12:00:00Z\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body


PAGE = record("https://a.example/1", response(b"<p>a\xe4", "Content-Type: text/html; charset=iso-8859-1", "ETag: x"))
PACKED = record(
    "<https://a.example/2>",
    response(gzip.compress(b"<p>two"), "content-type: text/html", "Content-Encoding: gzip"),
    kind="response",
)
CHUNKED = record(
    "https://a.example/3",
    response(
        b"6\r\n<p>thr\r\n2\r\nee\r\n0\r\n\r\n", "Content-Type: text/html", "Transfer-Encoding: chunked", status="404 Not Found"
    ),
)
RESOURCE = record("https://a.example/4", b"<p>four", "resource", "text/html")
IMAGE = record("https://a.example/5.png", response(b"\x89PNG", "Content-Type: image/png"))
REQUEST = record("https://a.example/1", b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request")


def read(tmp_path: Path, content: bytes, name: str = "crawl.warc") -> list[Found | Unreadable]:
    (tmp_path / name).write_bytes(content)
    return list(inputs.read_pages(inputs.list_files([tmp_path]), crawl="c"))


def bodies(found: list[Found | Unreadable]) -> dict[str, bytes]:
    return {item.page.url: item.page.body for item in found if isinstance(item, Found)}


def test_responses_and_resources_are_pages_and_the_rest_is_passed_over(tmp_path: Path):
    found = read(tmp_path, REQUEST + PAGE + IMAGE + RESOURCE)
    assert bodies(found) == {"https://a.example/1": b"<p>a\xe4", "https://a.example/4": b"<p>four"}
    first = found[0]
    assert isinstance(first, Found)
    assert first.page.content_type == "text/html; charset=iso-8859-1"
    assert first.page.headers == {"content-type": "text/html; charset=iso-8859-1", "etag": "x"}
    assert (first.page.status, first.page.crawl, first.page.fetched_at.isoformat()) == (200, "c", "2026-03-01T12:00:00+00:00")


def test_what_the_transfer_packed_is_unpacked(tmp_path: Path):
    assert bodies(read(tmp_path, PACKED + CHUNKED)) == {"https://a.example/2": b"<p>two", "https://a.example/3": b"<p>three"}


def test_a_compressed_file_is_read_record_by_record(tmp_path: Path):
    content = b"".join(map(gzip.compress, (PAGE, IMAGE, RESOURCE)))
    found = read(tmp_path, content, "crawl.warc.gz")
    assert [item.where.rpartition("/")[2] for item in found] == ["crawl.warc.gz:1", "crawl.warc.gz:3"]


def test_a_file_that_is_cut_off_names_the_record_and_gives_those_before(tmp_path: Path):
    *pages, last = read(tmp_path, PAGE + CHUNKED[:-30])
    assert bodies(pages) == {"https://a.example/1": b"<p>a\xe4"}
    assert isinstance(last, Unreadable)
    assert "https://a.example/3: the file ends in the middle of the record" in last.reason


def test_a_file_that_is_none_is_named(tmp_path: Path):
    [only] = read(tmp_path, b"no WARC at all " * 50)
    assert isinstance(only, Unreadable)
    assert "can't be read from here on" in only.reason


def test_a_bad_record_is_named_and_the_others_go_on(tmp_path: Path):
    found = read(tmp_path, record("", response(b"<p>", "Content-Type: text/html")) + RESOURCE)
    assert isinstance(found[0], Unreadable)
    assert bodies(found) == {"https://a.example/4": b"<p>four"}
