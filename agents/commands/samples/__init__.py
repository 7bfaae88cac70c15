"""Sample pages of fictional news sites: several layouts and languages; one is no article, one broken, one cut off, one a copy."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import orjson

from agents.runtime.publisher import RawRecord, body_form
from schemas import headers
from schemas.page import RawPage


def sample_pages() -> Iterator[RawRecord]:
    """The raw records of `samples.json`, in its order, as a crawler would publish them; one of them is no page."""
    folder = files(__name__)
    for sample in orjson.loads(folder.joinpath("samples.json").read_bytes()):
        content = folder.joinpath(sample["file"]).read_bytes()
        if sample["content_type"] == headers.JSON:
            header = (headers.CONTENT_TYPE, headers.JSON.encode())
            yield RawRecord(sample["url"].encode(), content, (header,), sample["file"])
        else:
            page = RawPage(
                url=sample["url"],
                fetched_at=sample["fetched_at"],
                body_base64=content,
                content_type=sample["content_type"],
                status=200,
            )
            yield body_form(page, sample["file"])
