"""Lines that announce comments or other stories end the story, though no markup tells what follows apart from it; labels go."""

from __future__ import annotations

import time

import numpy as np
import pytest

from agents.clean.body.announced import Announced, announced, announcements
from agents.clean.body.endings import without_announced
from agents.clean.body.signed import speaks
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 2
REMARKS = ["Joe: That boat was never on time, and everybody knows it.", "Ann: My aunt missed it twice last year, shame on them."]


def left(html: str) -> list[str]:
    """Of a page of which everything was kept."""
    outline = outline_of(html)
    words = np.array([float(len(text.split())) for text in outline.texts])
    said = announcements(outline.texts)
    return [outline.texts[block] for block in without_announced(outline, range(len(outline.texts)), words, said)]


def texts(html: str) -> list[str]:
    return list(outline_of(html).texts)


@pytest.mark.parametrize(
    "line", ["<b>Comments</b>", "2 Kommentare", "[ Commentaires ]", "COMENTARIOS (2):", "2 thoughts on “Ferry”"]
)
def test_comments_in_the_story_s_own_cell_go(line: str) -> None:
    story = f"<td>{STORY}<br>{STORY}<br>"
    assert left(f"<table><tr>{story}{line}<br>{'<br>'.join(REMARKS)}</table>") == texts(f"<table><tr>{story}</table>")


def test_a_link_to_the_comments_above_the_story_ends_nothing() -> None:
    html = "<div>A short standfirst.<p>{}</p><p>{}</p><p>{}</p></div>"
    assert left(html.format("Comments", STORY, STORY)) == texts(html.format("", STORY, STORY))


def test_a_link_to_the_comments_within_the_story_ends_nothing() -> None:
    html = "<div><p>{story}</p><p>{story}</p><p><a href=#c>{link}</a></p><p>{story}</p></div>"
    assert left(html.format(story=STORY, link="Comments")) == texts(html.format(story=STORY, link=""))


def test_a_link_in_capitals_is_no_paragraph_but_may_be_a_heading() -> None:
    html = "<div><p>{story}</p>{link}<h2><a href=/a>THE HARBOUR</a></h2><p>{story}</p></div>"
    assert left(html.format(story=STORY, link="<p><a href=/app>GET THE NEWS ON THE GO</a></p>")) == texts(
        html.format(story=STORY, link="")
    )


def test_a_notice_of_rights_goes() -> None:
    html = "<div><p>{}</p><p>{}</p>{}</div>"
    rights = "<p>Copyright Harbour Gazette. All rights reserved.</p>"
    assert left(html.format(STORY, STORY, rights)) == texts(html.format(STORY, STORY, ""))


@pytest.mark.parametrize(
    "line", ["We and our 812 partners store cookies on your device.", "Wir und unsere 98 Partner speichern Daten."]
)
def test_a_question_of_consent_in_the_page_is_a_box(line: str) -> None:
    assert left(f"<div><p>{line}</p><button>Accept</button></div><div><p>{STORY}</p><p>{STORY}</p></div>") == [STORY.strip()] * 2


def test_what_the_author_covers_is_no_part_of_the_story() -> None:
    html = "<div><p>{}</p><p>{}</p>{}</div>"
    about = "<p>Jan Oster covers the province for the Karvel Times.</p>"
    assert left(html.format(STORY, STORY, about)) == texts(html.format(STORY, STORY, ""))


@pytest.mark.parametrize(
    "signature",
    [
        "<b>Ann L{}</b><div>{} hours ago</div>",
        "<p>Ann{} · vor {} Stunden</p>",
        "<p>Ann{} wrote:</p>",
        "<p>Ann{}</p><p>hace {} días</p>",
    ],
)
def test_readers_who_sign_end_the_story_under_no_line_that_tells(signature: str) -> None:
    story = f"<div><h1>Ferry</h1><p>{STORY}</p><p>{STORY}</p></div>"
    remarks = [f"<div>{signature.format(i, i + 2)}<p>That boat number {i} was never on time.</p></div>" for i in range(4)]
    assert left(f"{story}<div>{''.join(remarks)}</div>") == texts(story)
    assert len(left(f"{story}<div>{''.join(remarks[:2])}</div>")) > len(texts(story))


def test_a_running_story_tells_how_long_ago_without_names() -> None:
    html = "<div>" + "".join(f"<p>{i} hours ago</p><p>{STORY}</p>" for i in range(2, 7)) + "</div>"
    assert left(html) == texts(html)


def test_reactions_may_head_a_part_of_the_story() -> None:
    html = f"<div><p>{STORY}</p><p>{STORY}</p><h2>Reactions</h2><p>{STORY}</p></div>"
    assert left(html) == texts(html)


def test_readers_who_speak_make_a_discussion_of_reactions() -> None:
    story = f"<div><p>{STORY}</p><p>{STORY}</p>"
    assert left(f"{story}<h2>Reactions</h2><p>{'<p>'.join(REMARKS)}</div>") == texts(story)


def test_readers_who_speak_end_a_short_story() -> None:
    story = f"<div><p>{STORY}</p>"
    assert left(f"{story}<p>Comments</p><p>{'<p>'.join(REMARKS)}</div>") == texts(story)


@pytest.mark.parametrize("title", ["<a href=/x>Bakers walk out</a>", "<b>Bakers walk out</b>"])
def test_cards_of_other_stories_go(title: str) -> None:
    story = f"<td>{STORY}<br>{STORY}<br>"
    cards = f"{title}<br>Bakers in Port Maren walked out on Monday over the price of flour.<br>" * 3
    assert left(f"<table><tr>{story}More stories<br>{cards}</table>") == texts(f"<table><tr>{story}</table>")


def test_a_box_of_other_stories_does_not_end_the_story() -> None:
    box = "<p>Read also</p><p><a href=/x>Bakers walk out</a></p>"
    assert left(f"<div><p>{STORY}</p><p>{STORY}</p>{box}<p>{STORY}</p></div>")[-1] == STORY.strip()


def test_what_is_no_list_of_others_stays_beneath_such_a_line() -> None:
    title = "<p><b>Bakers in Port Maren walk out over flour</b></p>"
    subheadings = f"<div><p>{STORY * 3}</p><p>Related stories</p>{title}{title}<p>{STORY}</p></div>"
    assert left(subheadings) == [text for text in texts(subheadings) if text != "Related stories"]
    cards = "".join(f"<p><a href=/x>Bakers in Port Maren walk out over flour</a></p><p>{STORY}</p>" for _ in range(3))
    roundup = f"<div><p>The week in four minutes, told by the island's own paper.</p><p>Related stories</p>{cards}</div>"
    assert left(roundup) == [text for text in texts(roundup) if text != "Related stories"]


def test_readers_who_sign_end_the_story_without_a_heading() -> None:
    story = f"<div><p>{STORY}</p><p>{STORY}</p>"
    said = "".join(f"<p>{name} wrote on 12 May 2026 at 10:33:</p><p>{REMARKS[0]}</p>" for name in ("Joe", "Ann", "Bert K."))
    assert left(f"{story}{said}</div>") == texts(story)


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Article continues below",
        "Lire la suite »",
        "18:20",
        "12.05.2026, 10:33 Uhr",
        "<b>Read also:</b> <a href=/x>Bakers walk out</a>",
    ],
)
def test_labels_and_times_are_no_paragraphs(line: str) -> None:
    assert left(f"<div><p>{STORY}</p><p>{line}</p></div>") == [STORY.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for our newsletter and get the best of the coast.",
        "Suivez-nous sur Facebook.",
        "Ann Haas is a reporter at the Post.",
    ],
)
def test_boxes_and_biographies_beneath_the_story_go(line: str) -> None:
    assert left(f"<div><p>{STORY}</p><p>{line}</p></div>") == [STORY.strip()]


def test_what_the_story_says_of_a_reporter_stays() -> None:
    html = f"<div><p>Ann Haas is a reporter at the Post.</p>{f'<p>{STORY}</p>' * 4}</div>"
    assert left(html) == texts(html)


@pytest.mark.parametrize(
    "line",
    [
        "<div class=a><p>Ann Haas has lived on the coast for twenty years. She grew up in Torvik.</p></div>",
        "<p>Ann Haas works from the northern office. She reports on ferries.</p>",
        "<p><b>Ann Haas</b> writes about ferries and those who miss them.</p>",
        "<p><em>Ann Haas covers the coast. Her book is called “Salt”.</em></p>",
        "<div><p>Jette Haas schreibt seit acht Jahren über das, was im Hafen geschieht.</p></div>",
        "<section>Roos Haas schrijft over alles wat vaart en wat dat verhindert.</section>",
    ],
)
def test_who_is_presented_beneath_a_story_that_nobody_signs_goes(line: str) -> None:
    story = f"<p>{STORY}</p>" * 5
    assert left(f"<div>{story}</div>{line}") == texts(story)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Ann Haas has lived on the coast for twenty years. She grew up in Torvik.</p>",
        "<p><em>Ann Haas is glad. “We were told in a letter that came on a Tuesday,” she said.</em></p>",
        "<p><b>Ann Haas</b> bought the ferry for one crown in spring.</p>",
    ],
)
def test_whom_the_story_itself_tells_of_stays(line: str) -> None:
    html = f"<div>{f'<p>{STORY}</p>' * 5}{line}</div>"
    assert left(html) == texts(html)
    owner = f"<p>Mrs Haas has sold her ferry to the county. {STORY}</p>"
    named = f"<div>{owner}{f'<p>{STORY}</p>' * 4}<p><em>Ann Haas has a boat and a house.</em></p></div>"
    assert left(named) == texts(named)


@pytest.mark.parametrize(
    "line", ["The ferry last year. Picture: Maren Lines", "(Foto: Karla Wendt)", "[Watch: the ferry leaves]", "Partagez :"]
)
def test_credits_and_pointers_are_no_paragraphs(line: str) -> None:
    assert left(f"<div><p>{STORY}</p><p>{line}</p></div>") == [STORY.strip()]


def test_a_sentence_on_a_photo_is_a_paragraph() -> None:
    line = "She sent us one photo: It shows the ferry and nobody on board."
    assert left(f"<div><p>{STORY}</p><p>{line}</p></div>") == [STORY.strip(), line]


@pytest.mark.parametrize("cell", ["18:20", "12.05.2026"])
def test_times_in_a_table_are_data(cell: str) -> None:
    assert left(f"<div>{STORY}<table><tr><td>Ferry</td><td>{cell}</td></tr></table></div>")[-1] == cell


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Leave a Reply", Announced.DISCUSSION),
        ("» Mehr zum Thema", Announced.STORIES),
        ("Читайте также:", Announced.STORIES),
        ("評論", Announced.PERHAPS_DISCUSSION),
        ("Comments by the minister led to a strike.", None),
        ("12 people died", None),
        ("...", None),
    ],
)
def test_lines_say_what_they_announce(text: str, what: Announced | None) -> None:
    assert announced(text) == what


@pytest.mark.parametrize(
    "text",
    [
        "#3 Ann, 12 May 10:33",
        "Ann says:",
        "Posted by ann_m on 3/5/2010",
        "Ann K. | 10:33",
        "Ann: I was there.",
        "I was there! – ann_m",
    ],
)
def test_readers_are_known_by_how_they_sign(text: str) -> None:
    assert speaks(text)


@pytest.mark.parametrize(
    "text", ["Chair: Ann Haas", "The ferry was late again.", "Fares rose: a ticket now costs nine crowns more"]
)
def test_other_lines_are_no_reader_s(text: str) -> None:
    assert not speaks(text)


def test_a_page_full_of_such_lines_takes_no_time() -> None:
    outline = outline_of("<div>" + f"<p>{STORY}<p>Comments" * 10_000)
    began = time.process_time()
    without_announced(outline, range(len(outline.texts)), np.full(len(outline.texts), 40.0), announcements(outline.texts))
    assert time.process_time() - began < 1


NAMES = ("Joe", "harbour_rat", "Ann K.")


@pytest.mark.parametrize(
    "said",
    [
        "".join(f"<table><tr><td>{name}</td><td>I was there, and it was cold.</td></tr></table>" for name in NAMES),
        "".join(f"<i>I was there, and it was cold.</i><br>- {name}<br><br>" for name in NAMES),
    ],
    ids=["in cells", "beneath the remark"],
)
def test_bare_names_beside_remarks_make_a_discussion_of_letters(said: str) -> None:
    story = f"<td>{STORY}<br>{STORY}<br>"
    assert left(f"<table><tr>{story}<h4>Letters</h4>{said}</table>") == texts(f"<table><tr>{story}</table>")


def test_short_subheadings_are_no_readers() -> None:
    parts = "".join(f"<h4>{name}</h4><p>{STORY}</p><p>It was cold</p>" for name in ("Background", "The island", "What is next"))
    html = f"<div><p>{STORY}</p><p>{STORY}</p><h2>Reactions</h2>{parts}</div>"
    assert left(html) == texts(html)


def test_lines_of_a_name_and_a_day_end_the_story() -> None:
    story = f"<td>{STORY}<br>{STORY}<br>"
    said = "".join(f"<b>{name}</b>, {day} March 2026<br>I was there, and it was cold.<br><br>" for day, name in enumerate(NAMES, 3))
    assert left(f"<table><tr>{story}{said}</table>") == texts(f"<table><tr>{story}</table>")


def test_days_of_a_programme_are_nobody_s_signature() -> None:
    days = "".join(
        f"<p>{day}, {number} March 2026</p><p>{STORY}</p>" for number, day in enumerate(("Monday", "Tuesday", "Mittwoch"), 3)
    )
    html = f"<div><p>{STORY}</p><p>{STORY}</p>{days}</div>"
    assert left(html) == texts(html)


def test_announced_cards_with_title_and_text_in_one_line_go() -> None:
    box = (
        "<h3>More on this</h3><ul>"
        + "<li><a href=/x>Bakers in Port Maren walk out</a> There was no bread in town by noon.</li>" * 2
        + "</ul>"
    )
    assert left(f"<div><p>{STORY}</p><p>{STORY}</p><div>{box}</div><p>{STORY}</p></div>") == [STORY.strip()] * 3


@pytest.mark.parametrize("byline", ["", "<small>By Ann Haas, June 11, 2023</small>"], ids=["none", "dated"])
def test_remarks_signed_with_day_and_hour_go_whatever_dates_the_story(byline: str) -> None:
    signed = ("Joe - 1 June, 14:22", "Old Salt - 3 June, 9:05", "K.K. | 4. Juni um 10:31")
    said = "".join(f"<div>{line}<br>{remark}</div>" for line, remark in zip(signed, [*REMARKS, REMARKS[0]], strict=True))
    story = f"<div>{byline}<p>{STORY}</p><p>{STORY}</p></div>"
    assert left(f"{story}<div>{said}</div>") == texts(story)


@pytest.mark.parametrize(
    "line",
    [
        "<span>Read also</span><a href=/x>Bakers walk out</a>",
        "<a href=/s>Share</a> | <a href=/p>Print</a> | <a href=/m>Email</a>",
        "Drucken • Teilen",
        "In pictures",
        "Listen · 4:12",
        "यह भी पढ़ें",
        "This article is for subscribers only.",
        "The tug brought her in at noon. Ann Haas/Hafenpresse",
    ],
)
def test_labels_and_credits_within_the_story_go(line: str) -> None:
    html = "<div><p>{story}</p>{line}<p>{story}</p></div>"
    assert left(html.format(story=STORY, line=f"<div>{line}</div>")) == texts(html.format(story=STORY, line=""))


@pytest.mark.parametrize("line", ["21. Safety Lockout/Tagout Kit", "Share of votes | 12", "The ferry | The bridge"])
def test_lines_that_look_alike_stay(line: str) -> None:
    html = f"<div><p>{STORY}</p><div>{line}</div><p>{STORY}</p></div>"
    assert left(html) == texts(html)


def test_long_cards_go_from_between_the_paragraphs_of_a_short_story() -> None:
    cards = "".join(
        f"<div><h4><a href=/x>The {name} walk out</a></h4><p>{STORY}</p></div>" for name in ("bakers", "dockers", "pilots")
    )
    html = "<div><p>{story}</p>{box}<p>{story}</p><p>{story}</p></div>"
    box = f"<section><h3>Read also</h3>{cards}</section>"
    assert left(html.format(story=STORY, box=box)) == texts(html.format(story=STORY, box=""))


def test_remarks_beneath_a_name_and_a_day_in_cells_of_their_own_go() -> None:
    rows = "".join(
        f"<tr><td><b>{name}</b></td><td>{day}</td></tr><tr><td>{said}</td></tr>"
        for name, day, said in zip(
            ("Joe", "ann_m", "Old Salt"), ("3 March 2026", "4 de marzo de 2026", "5.3.2026"), REMARKS * 2, strict=False
        )
    )
    story = f"<p>{STORY}</p><p>{STORY}</p>"
    assert left(f"<div>{story}<table>{rows}</table></div>") == texts(story)


def test_the_name_above_what_is_said_of_the_author_goes_with_it() -> None:
    html = f"<div><p>{STORY}</p><p>{STORY}</p><b>Ann Haas</b><p>Ann Haas is a reporter in Port Maren.</p></div>"
    assert left(html) == texts(f"<p>{STORY}</p><p>{STORY}</p>")


def test_a_remark_above_the_line_that_signs_it_goes_with_it() -> None:
    said = "".join(
        f"<div><p>{remark}</p><p>{name}, 5 May 2026</p></div>"
        for name, remark in zip(("Joe", "Ann M.", "Bo"), REMARKS * 2, strict=False)
    )
    story = f"<div><p>{STORY}</p><p>{STORY}</p></div>"
    assert left(f"<div>{story}<div>{said}</div></div>") == texts(story)
