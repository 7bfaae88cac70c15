"""Readers' remarks end the story though no line announces them and nothing dates them; what a guide lists under names stays."""

from __future__ import annotations

import numpy as np
import pytest

from agents.clean.body.remarks import first_remark, first_signed
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 4
NAMES = ("Joe", "ann_m", "Old Sailor", "K. Bright", "Joe")
REMARKS = (
    "That boat was never on time, and everybody knows it.",
    "My aunt missed it twice last year.",
    "Who is going to pay for all of this?",
    "They should have asked the islanders first.",
    "lol typical",
)
ENTRIES = (
    ("Olive oil", "It keeps for a year in a dark bottle."),
    ("Sea salt", "Coarse salt is best for bread."),
    ("Rye flour", "The darker it is, the longer it has to rest."),
    ("Caraway", "A spoonful is enough for a loaf."),
)


def left(html: str) -> list[str]:
    """Of a page of which everything was kept."""
    outline = outline_of(html)
    words = np.array([float(len(text.split())) for text in outline.texts])
    return list(outline.texts[: first_remark(outline, range(len(outline.texts)), words)])


def texts(html: str) -> list[str]:
    return list(outline_of(html).texts)


@pytest.mark.parametrize(
    "box",
    ["<div><p><strong>{}</strong></p><p>{}</p></div>", "<li><b>{}</b><br>{}</li>", "<p class=k><b>{}</b><br>{}</p>"],
)
def test_remarks_under_names_end_the_story(box: str) -> None:
    said = "".join(box.format(*remark) for remark in zip(NAMES, REMARKS, strict=True))
    assert left(f"<p>{STORY}</p><div>{said}</div>") == texts(STORY)


def test_the_entries_of_a_guide_stay() -> None:
    page = f"<p>{STORY}</p>" + "".join(f"<div><b>{name}</b><p>{told}</p></div>" for name, told in ENTRIES)
    assert left(page) == texts(page)


def test_an_interview_of_two_stays() -> None:
    asked = "".join(f"<p><b>{NAMES[i % 2]}</b><br>{REMARKS[i]}</p>" for i in range(4))
    page = f"<p>{STORY}</p><div>{asked}</div>"
    assert left(page) == texts(page)


def test_remarks_without_a_story_above_stay() -> None:
    page = "".join(f"<div><b>{name}</b><p>{said}</p></div>" for name, said in zip(NAMES, REMARKS, strict=True))
    assert left(page) == texts(page)


LONG = ("I missed it twice.", "My aunt wept in the harbour, and I with her.", "They told me nothing either.")


def test_three_that_are_dated_are_enough_where_somebody_speaks_of_himself() -> None:
    box = "<article><h4>{}</h4><span>Jan {}, 2027</span><p>{}</p></article>"
    remarks = "".join(box.format(name, day, said) for day, (name, said) in enumerate(zip(NAMES[:3], LONG, strict=True), 1))
    assert left(f"<p>{STORY}</p>{remarks}") == texts(STORY)
    entries = remarks.replace("I ", "he ").replace("My ", "His ").replace(" me ", " him ").replace(" I ", " he ")
    assert left(f"<p>{STORY}</p>{entries}") == texts(f"<p>{STORY}</p>{entries}")


def test_name_and_day_may_be_written_as_one() -> None:
    lines = ("Doris PennJan 3, 2027", "hillwalkerJan 3, 2027", "M. Osei3 Jan 2027")
    page = f"<p>{STORY}</p>" + "".join(f"<div>{line}</div><div>{said}</div>" for line, said in zip(lines, LONG, strict=True))
    outline = outline_of(page)
    assert first_signed(outline, range(len(outline.texts)), [float(len(text.split())) for text in outline.texts]) == 1


def test_names_set_as_headings_need_a_date() -> None:
    box = "<div><h4>{}</h4><time>{}</time><p>{}</p></div>"
    page = "<p>{story}</p>{remarks}"
    dated, bare = (
        "".join(box.format(name, when, said) for name, said in zip(NAMES, REMARKS, strict=True)) for when in ("3 hours ago", "")
    )
    assert left(page.format(story=STORY, remarks=dated)) == texts(STORY)
    assert left(page.format(story=STORY, remarks=bare)) == texts(page.format(story=STORY, remarks=bare))


def test_remarks_in_one_line_with_nicknames_end_the_story() -> None:
    names = ("rob_77", "mia", "Old Sailor", "K. Bright", "rob_77")
    said = "".join(f"<p><b>{name}</b>: {remark}</p>" for name, remark in zip(names, REMARKS, strict=True))
    assert left(f"<div><p>{STORY}</p>{said}</div>") == texts(STORY)


def test_three_are_enough_where_each_speaks_of_himself() -> None:
    said = "".join(f"<p>{name}: {told}</p>" for name, told in zip(("Doris Penn", "hillwalker", "M. Osei"), LONG, strict=True))
    assert left(f"<p>{STORY}</p>{said}") == texts(STORY)


def test_terms_and_what_they_mean_stay() -> None:
    terms = "".join(f"<p><b>{term}</b>: {told}</p>" for term, told in ENTRIES)
    page = f"<div><p>{STORY}</p>{terms}</div>"
    assert left(page) == texts(page)


def test_the_story_s_own_last_line_is_no_remark_though_it_looks_like_one() -> None:
    said = "".join(
        f"<b>{name}</b>: {remark}<br><br>" for name, remark in zip(("rob_77", "mia", "Old Sailor", "joe"), REMARKS, strict=False)
    )
    story = f"{STORY}<br><br>One thing is clear: nobody will sail before April.<br><br>"
    assert left(f"<div>{story}{said}</div>") == texts(f"<div>{story}</div>")


def said_by(*names: str, told: str = "I was there!", tag: str = "p") -> str:
    return "".join(f"<{tag}>{name}: {told}</{tag}>" for name in names)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{STORY}</p>"
        + "".join(f"<div><b>{name}</b><p>{said}</p></div>" for name, said in zip(NAMES[:3], REMARKS, strict=False)),
        f"<p>{STORY}</p>" + "".join(f"<div class=k{i}><b>{name}</b><p>{REMARKS[i]}</p></div>" for i, name in enumerate(NAMES)),
        f"<p>{STORY}</p>" + said_by("Ann", "Bo", "Cy", "Dan"),
        f"<p>{STORY}</p>" + said_by("mia", "Ann", "Bo", "Cy", told="The ferry was late."),
        f"<p>{STORY}</p>" + said_by("mia", "sea_dog", "Bo", "Cy", tag="li"),
        said_by("mia", "sea_dog", "Bo", "Cy"),
    ],
    ids=["few", "unlike", "no nicknames", "nobody's own", "entries", "no story"],
)
def test_what_only_looks_like_remarks_stays(page: str) -> None:
    assert left(page) == texts(page)


SIGNED = "<p>That boat was never on time.</p><p>Joe wrote on 3/5/2010 at 10:33</p>"


@pytest.mark.parametrize(
    ("page", "goes"),
    [
        (SIGNED * 3, True),
        (SIGNED * 2, False),
        (SIGNED * 3 + f"<p>{STORY}</p>" * 8, False),
        (SIGNED + f"<p>{STORY}</p>" * 8 + SIGNED * 2, False),
    ],
    ids=["three", "two", "amid the story", "far apart"],
)
def test_signed_remarks_stand_together_at_the_end(page: str, *, goes: bool) -> None:
    outline = outline_of(f"<p>{STORY}</p><p>{STORY}</p>{page}")
    words = np.array([float(len(text.split())) for text in outline.texts])
    assert (first_signed(outline, range(len(words)), words) < len(words)) is goes


@pytest.mark.parametrize(
    ("page", "first"),
    [("<p>Joe wrote on 3/5/2010 at 10:33</p>" * 3, 2), (f"<div>{f'<p>{STORY}</p>' * 5}{SIGNED * 3}</div>", 8)],
    ids=["nothing above", "the story above"],
)
def test_what_stands_above_a_signature_is_a_remark_only_where_its_box_is_small(page: str, first: int) -> None:
    outline = outline_of(f"<p>{STORY}</p><p>{STORY}</p>{page}")
    words = np.array([float(len(text.split())) for text in outline.texts])
    assert first_signed(outline, range(len(words)), words) == first
