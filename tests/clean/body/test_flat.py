"""Remarks in no element of their own end a story; what people say whom the story names, and what a guide lists, stay."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.body.flat import first_flat
from tests.clean.body.test_remarks import ENTRIES, NAMES, REMARKS, STORY, texts
from tests.clean.samples import outline_of


def left(html: str) -> list[str]:
    """Of a page of which everything was kept."""
    outline = outline_of(html)
    words = np.array([float(len(text.split())) for text in outline.texts])
    return list(outline.texts[: first_flat(outline, range(len(outline.texts)), words)])


def said(form: str, names: tuple[str, ...] = NAMES) -> str:
    return "".join(form.format(*remark) for remark in zip(names, REMARKS, strict=True))


ALTERNATING = "<p><b>{}</b></p><p>{}</p>"


@pytest.mark.parametrize(
    "form",
    [
        ALTERNATING,
        "<p><i>{}</i></p><p>{}</p><p>2026-03-04 12:10</p>",
        "<table><tr><td>{}</td><td>{}</td><td>2 hours ago</td></tr></table>",
    ],
)
def test_names_and_what_is_said_end_the_story(form: str) -> None:
    assert left(f"<p>{STORY}</p>{said(form)}") == texts(STORY)


def test_a_name_behind_what_is_said_tells_as_well() -> None:
    remarks = "".join(f"<p>{remark.rstrip('.')}! – {name}</p>" for name, remark in zip(NAMES, REMARKS, strict=True))
    assert left(f"<p>{STORY}</p>{remarks}") == texts(STORY)


@pytest.mark.parametrize(
    "page",
    [
        "".join(f"<p><b>{name}</b></p><p>{told}</p>" for name, told in ENTRIES),
        said(ALTERNATING, ("Joe", "Ann", "Max", "Kim", "Tom")),
        said("<p><b>{}</b></p><p>“{}”</p>"),
        said("<tr><td>{}</td><td>{}</td></tr>").join(("<table>", "</table>")),
        said("<h4>{}</h4><p>{}</p>"),
        "".join(
            f"<p>{name}</p>" for name in ("ann_m", "kim", "Joe", "tom9", "bo_ek", "max", "Liv Berg", "cy_roe", "ada", "Old Sailor")
        ),
        "".join(f"<p><b>{name}</b></p><p>{remark}</p>" for name, remark in list(zip(NAMES, REMARKS, strict=True))[:3]),
    ],
)
def test_what_only_looks_like_remarks_stays(page: str) -> None:
    assert left(f"<p>{STORY}</p>{page}") == texts(f"<p>{STORY}</p>{page}")


def test_whom_the_story_names_is_no_reader() -> None:
    page = f"<p>{STORY}</p><p>The ferry's friends, among them ann_m and Joe, met on Monday.</p>{said(ALTERNATING)}"
    assert left(page) == texts(page)


def test_remarks_without_a_story_above_stay() -> None:
    page = f"<p>Hear what they say.</p>{said(ALTERNATING)}"
    assert left(page) == texts(page)
