"""Pages in a WARC file (ISO 28500), plain or compressed: its responses and resources that are HTML, or don't say what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from pydantic import ValidationError

from schemas.base import first_fault
from schemas.page import RawPage

SUFFIXES = (".warc",)
PAYLOAD_BYTES = 64 << 20
"""A larger one, unpacked, is no page; more of it is not read."""
TAKEN = frozenset({"text/html", "application/xhtml+xml", "application/octet-stream", "text/plain", ""})
"""Media types that may hold a page. Images, scripts and the like are passed over."""


@dataclass(frozen=True, slots=True)
class Broken:
    reason: str


def read_warc(stream: IO[bytes], crawl: str | None) -> Iterator[RawPage | Broken | None]:
    """What each response and resource is: a page, broken, or None where it is passed over. Ends at the first place from which on
    the file can't be read, with Broken."""
    records = ArchiveIterator(stream, record_types=WarcRecordType.response | WarcRecordType.resource, parse_http=False)
    try:
        for record in records:
            yield _read(record, crawl)
    except OSError as error:
        yield Broken(f"can't be read from here on: {error}")


def _read(record: WarcRecord, crawl: str | None) -> RawPage | Broken | None:
    declared = record.headers.get("Content-Length", "")
    url = record.headers.get("WARC-Target-URI", "").strip("<>")
    record.freeze()
    if declared.isdigit() and record.content_length < int(declared):
        return Broken(f"{url}: the file ends in the middle of the record")
    headers: dict[str, str] = {}
    status = None
    media_type: str | None = record.headers.get("Content-Type")
    if record.is_http:
        try:
            record.parse_http(auto_decode="all")
        except OSError as error:
            return Broken(f"{url}: its HTTP response can't be read: {error}")
        if record.http_headers is None:
            return Broken(f"{url}: it holds no HTTP response")
        headers = {name.lower(): value for name, value in record.http_headers.items()}
        status = record.http_headers.status_code
        media_type = headers.get("content-type")
    if (media_type or "").split(";")[0].strip().lower() not in TAKEN:
        return None
    try:
        body = record.reader.read(PAYLOAD_BYTES + 1)
        if len(body) > PAYLOAD_BYTES:
            return Broken(f"{url}: more than {PAYLOAD_BYTES >> 20} MiB")
        if record.record_date is None:
            return Broken(f"{url}: it has no WARC-Date")
        return RawPage(
            url=url,
            fetched_at=record.record_date.astimezone(UTC),
            body_base64=body,
            content_type=media_type,
            status=status,
            headers=headers or None,
            crawl=crawl,
        )
    except OSError as error:
        return Broken(f"{url}: its body can't be unpacked: {error}")
    except ValidationError as error:
        return Broken(f"{url or 'no WARC-Target-URI'}: {first_fault(error)}")
