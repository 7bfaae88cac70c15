"""The body of pages that carry a trap each; all of it fiction."""

from __future__ import annotations

import json
import time

import pytest

from agents.clean.body import Hints
from tests.clean.samples import body_of

TITLE = "Ferry to Sorrel Island stops for the winter"
STORY = [
    "The last ferry to Sorrel Island left Port Maren on Tuesday evening with eleven passengers, two "
    "goats and the island's only doctor.",
    "The operator, Maren Lines, says that the boat needs a new engine, and that the yard which builds it "
    "will not deliver before April.",
    "“We have asked every shipyard on this coast,” said Hilde Brant, who runs the company with her "
    "brother. “Nobody has one to spare.”",
    "Some 340 people live on the island all year round. Until spring the mail will come by helicopter, "
    "twice a week if the wind allows it.",
    "The regional government offered on Wednesday to pay for a smaller boat, but its harbour master "
    "doubts that it could land in a swell.",
    "Islanders met in the school on Thursday night. They voted, by 112 to 9, to keep the shop open in "
    "turns and to share their freezers.",
]
OTHER = [
    (
        "Bakery strike enters its second week",
        "Bakers in Port Maren walked out again on Monday over the price of flour and the hours of the night shift.",
    ),
    (
        "Lighthouse sold to a choir",
        "A choir from the capital has bought the lighthouse at Cape Dunn, and means to sing in it from the first of May.",
    ),
    (
        "New bus timetable angers pupils",
        "Pupils of the upper school complain that the first bus now leaves at ten past six, before anybody is awake.",
    ),
]
REMARKS = [
    "I took that boat for thirty years and the engine was always on its last legs, so nobody should be surprised about this now.",
    "Maybe the company should have saved some of the money it made in the summer instead of painting the office twice.",
    "My aunt lives there. She says that they are used to it and that the papers make too much of a fuss about some freezers.",
    "Does anyone know whether the helicopter takes dogs? I have a ticket for the ninth and no answer from the hotline so far.",
]
HINTS = Hints(title=TITLE, description="The last ferry to Sorrel Island has left.")


def page(main: str, *, before: str = "", after: str = "") -> str:
    return f"""<!DOCTYPE html><html lang=en><head><title>{TITLE} - The Maren Post</title></head><body>
    <header><div class=logo>The Maren Post</div><nav><ul><li><a href=/n>News</a><li><a href=/s>Sport</a></ul></nav></header>
    {before}{main}{after}
    <footer><p>© The Maren Post. All rights reserved.</p><ul><li><a href=/i>Imprint</a><li><a href=/p>Privacy</a></ul></footer>
    </body></html>"""


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def teasers(box: str = "<div class=related><h3>Related stories</h3>{}</div>") -> str:
    cards = "".join(f"<div><h4><a href=/{i}>{title}</a></h4><p>{text}</p></div>" for i, (title, text) in enumerate(OTHER))
    return box.format(cards)


def comments() -> str:
    said = "".join(
        f"<li><h5>reader_{i}</h5><div>{i + 2} hours ago</div><p>{text}</p><p>{REMARKS[i % 3]}</p><a href=#>Reply</a></li>"
        for i, text in enumerate(REMARKS * 3)
    )
    return f"<section><h2>12 comments</h2><ul>{said}</ul></section>"


def body(html: str) -> list[str]:
    return body_of(html, HINTS).paragraphs


HEAD = f"<h1>{TITLE}</h1>"
WHOLE = paragraphs(STORY)
PAGES = {
    "plain": page(f"<article>{HEAD}{WHOLE}</article>"),
    "byline and date": page(
        f"<article>{HEAD}<div class=byline>By Anna Reuss</div><time>3 November 2026, 18:20</time>{WHOLE}</article>"
    ),
    "generated names": page(
        f"<div class=sc-a1bXyz><h1 class=css-9x8y>{TITLE}</h1><div class=sc-k2jWqe>{WHOLE}</div></div>",
        after=teasers("<div class=sc-q9Xw>{}</div>"),
    ),
    "teasers after the article": page(f"<main>{HEAD}{WHOLE}</main>", after=teasers()),
    "teasers between paragraphs": page(
        f"<main>{HEAD}<div>{paragraphs(STORY[:3])}"
        f"{teasers('<aside><h4>Read more</h4>{}</aside>')}{paragraphs(STORY[3:])}</div></main>"
    ),
    "split by an advert": page(
        f"<main>{HEAD}<div class=text>{paragraphs(STORY[:3])}</div><div class=ad><p>Advertisement</p></div>"
        f"<div class=text>{paragraphs(STORY[3:])}</div></main>"
    ),
    "comments longer than the article": page(f"<div>{HEAD}{WHOLE}</div>", after=comments()),
    "share line and newsletter box": page(
        f"<article>{HEAD}<ul class=share><li>Share on Facebook<li>Tweet</ul>{paragraphs(STORY[:4])}"
        f"<div class=newsletter><p>Sign up for our newsletter and get the best of the coast in your inbox.</p></div>"
        f"{paragraphs(STORY[4:])}</article>"
    ),
    "captions": page(
        f"<article>{HEAD}"
        f"<figure><img src=f.jpg><figcaption>The ferry in 2019. Photo: Maren Lines</figcaption></figure>{WHOLE}</article>"
    ),
    "old table page": page(
        "<table width=100%><tr><td width=120><a href=/n>News</a><br><a href=/s>Sport</a><br><a href=/w>Weather</a></td><td>"
        f"<font size=5><b>{TITLE}</b></font><br><br>{'<br><br>'.join(STORY)}<br><br></td><td><b>Also today</b><br>"
        + "<br>".join(f"<a href=/{i}>{title}</a>" for i, (title, _) in enumerate(OTHER))
        + "</td></tr></table>"
    ),
    "custom elements": page(
        f"<news-page><news-head>{HEAD}</news-head>"
        f"<news-text>{''.join(f'<news-par>{text}</news-par>' for text in STORY)}</news-text></news-page>"
    ),
    "divs for paragraphs": page(f"<div>{HEAD}<div>{''.join(f'<div>{text}</div>' for text in STORY)}</div></div>"),
    "cookie notice": page(
        f"<article>{HEAD}{WHOLE}</article>",
        before="<div><p>We use cookies to improve your experience. By clicking Accept you agree to our policy.</p>"
        "<button>Accept</button></div>",
    ),
    "noscript": page(f"<div id=app><noscript><article>{HEAD}{WHOLE}</article></noscript></div>"),
    "state of an app": page(
        '<div id=app></div><script type="application/json">' + json.dumps({"story": {"title": TITLE, "body": STORY}}) + "</script>"
    ),
    "twice, for two widths": page(f"<article>{HEAD}<div class=desktop>{WHOLE}</div><div class=mobile>{WHOLE}</div></article>"),
}


@pytest.mark.parametrize("trap", PAGES)
def test_the_story_and_nothing_else(trap: str) -> None:
    assert body(PAGES[trap]) == STORY


def test_subheadings_and_list_items_are_lines() -> None:
    parts = [
        *STORY[:2],
        "What comes next",
        *STORY[2:5],
        "Bring a torch, since the pier has no lights after nine.",
        "Bring boots.",
        STORY[5],
    ]
    html = page(
        f"<article>{HEAD}<p>{parts[0]}<p>{parts[1]}<h2>{parts[2]}</h2><p>{parts[3]}<p>{parts[4]}<p>{parts[5]}"
        f"<ul><li>{parts[6]}<li>{parts[7]}</ul><p>{parts[8]}</article>"
    )
    assert body(html) == parts


def test_a_refrain_of_the_article_is_kept() -> None:
    refrain = "Nobody came to the pier."
    parts = [STORY[0], refrain, STORY[1], refrain, STORY[2], refrain, STORY[3]]
    assert body(page(f"<article>{HEAD}{paragraphs(parts)}</article>")) == parts


def test_what_became_of_each_block_is_told() -> None:
    found = body_of(PAGES["byline and date"], HINTS)
    fate = dict(zip(found.outline.texts, found.keep, strict=True))
    assert fate[STORY[0]]
    assert not fate["By Anna Reuss"]
    assert found.path == "shown"
    assert found.confidence > 0.8


@pytest.mark.parametrize("html", ["", "<html>", "plain words", "<p>" * 5000, "\x00\ud800<p>x", "<div>" * 20_000 + "x"])
def test_any_text_is_answered(html: str) -> None:
    body_of(html, Hints())


@pytest.mark.parametrize(
    "html",
    ["<p><a href=x>a link to a story</a> and more" * 50_000, "<ul>" + "<li>one two three." * 100_000, f"<p>{'word ' * 500_000}"],
    ids=["links", "items", "one-block"],
)
def test_huge_pages_end_within_the_deadline(html: str) -> None:
    began = time.process_time()
    body_of(html, HINTS)
    assert time.process_time() - began < 4


def test_a_subheading_at_the_end_heads_something_else() -> None:
    assert body(page(f"<article>{HEAD}{WHOLE}<h3>More from the coast</h3></article>", after=teasers("<div>{}</div>"))) == STORY


def test_paragraphs_in_a_heading_s_tag_are_paragraphs() -> None:
    assert body(page(f"<article>{HEAD}{''.join(f'<h5>{text}</h5>' for text in STORY)}</article>"))[-1] == STORY[-1]


def test_a_line_that_announces_comments_does_not_outlive_them() -> None:
    remarks = "".join(
        f"<p><b>{name}:</b> That boat was never on time, my aunt missed it twice.</p>" for name in ("Joe", "Ann", "Bo")
    )
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    html = (
        f"<html><body><h1>{TITLE}</h1><div>{story}<p>What do you think?</p><div class=comments>{remarks}</div></div></body></html>"
    )
    assert body_of(html, Hints(TITLE, "", "")).paragraphs == STORY


def test_a_page_that_shows_nothing_may_hold_a_short_story_as_data() -> None:
    state = json.dumps({"article": {"title": TITLE, "body": "".join(f"<p>{paragraph}</p>" for paragraph in STORY[:3])}})
    html = f"<html><body><div id=app></div><script>window.__STATE__ = {state}</script></body></html>"
    assert body_of(html, Hints(TITLE, "", "")).paragraphs == STORY[:3]


def test_what_stands_above_the_headline_is_another_story() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    other = f"<h3><a href=/b>{OTHER[0][0]}</a></h3><p>{OTHER[0][1]}</p>"
    html = "<html><body><article><div>{}</div><h1>{}</h1>{}</article></body></html>"
    assert body_of(html.format(other, TITLE, story), Hints(TITLE, "", "")).paragraphs == STORY
    assert body_of(html.format(story, TITLE, ""), Hints(TITLE, "", "")).paragraphs == STORY
