"""Made-up pages that show, in or beneath a story, what is no part of it. The stories, places and people are fiction."""

from __future__ import annotations

from tests.clean.layouts.pages import HEADLINE, MENU, PARAGRAPHS, RIVER

READERS = ("Joe", "ann_m", "Old Sailor", "seadog42", "Joe")
REMARKS = (
    "I was on that boat once and it was never on time.",
    "My aunt missed it twice last year.",
    "Who is going to pay for all of this?",
    "They should have asked the islanders first!",
    "lol typical, my cousin says the same!",
)
FURTHER = (
    ("Bakers in Tolmin refuse to raise the price of rye bread", "Flour has become dearer since the mills closed in autumn."),
    ("Volleyball team loses its coach before the decisive match", "Petra Zorec takes over until a successor is appointed."),
    ("New museum of clocks opens its doors in September", "Admission is free for schools during the first month."),
)


def _page(beneath: str, story: str = PARAGRAPHS, top: str = "") -> str:
    return (
        f'<html lang="en-KE"><head><title>{HEADLINE} | Kivu Herald</title></head><body>{top}<div>{MENU}</div>'
        f'<div class="a1"><h1>{HEADLINE}</h1><div>By Amani Buto</div><div>4 March 2026, 07:30</div>{story}{beneath}</div>'
        "</body></html>"
    )


def _amid(box: str) -> str:
    return _page("", "".join(f"<p>{paragraph}</p>" for paragraph in RIVER[:3]) + box + "".join(f"<p>{p}</p>" for p in RIVER[3:]))


def _remarks(form: str) -> str:
    return "".join(form.format(name=name, said=said) for name, said in zip(READERS, REMARKS, strict=True))


PAGES = {
    "readers' names and remarks as paragraphs": _page(_remarks("<p><b>{name}</b></p><p>{said}</p>")),
    "readers' names behind their remarks": _page(_remarks("<p>{said} – {name}</p>")),
    "readers' remarks in cells, each with its day": _page(
        _remarks("<table><tr><td><b>{name}</b></td><td>{said}</td></tr><tr><td>2026-03-04 12:10</td></tr></table>")
    ),
    "names with a numeric day, in one line": _page(_remarks("<p>{name} 2026-03-04 12:10</p><p>{said}</p>")),
    "remarks as terms and definitions": _page("<dl>" + _remarks("<dt>{name}</dt><dd>{said}</dd>") + "</dl>"),
    "remarks longer than the story, under nobody's name": _page(
        "<h3>Comments</h3>"
        + "".join(
            f"<div class='op'><p>{said} {other} {RIVER[place][:60]}!</p></div>"
            for said in REMARKS
            for place, other in enumerate(REMARKS)
        )
    ),
    "several stories under bold lines": _page("".join(f"<p><b>{title}</b></p><p>{told}</p>" for title, told in FURTHER)),
    "cards under linked headings": _page("".join(f'<h4><a href="/x">{title}</a></h4><p>{told}</p>' for title, told in FURTHER)),
    "cards of short titles in an element apart from a short story": _page(
        "</div>" + "".join(f'<div class="k"><a href="/x">{title[:30]}</a><p>{told}</p></div>' for title, told in 2 * FURTHER),
        "".join(f"<p>{paragraph}</p>" for paragraph in RIVER[:3]),
    ),
    "a card run together in one line": _amid(
        f'<div><a href="/x"><span>{FURTHER[0][0]}</span></a><span>{FURTHER[0][1]}</span></div>'
    ),
    "a poll": _amid(
        "<section><p>Do you take the ferry?</p><form><label><input type=radio>Yes, always</label><br>"
        "<label><input type=radio>No, never</label></form></section>"
    ),
    "a quiz without a form": _page(
        "<div class=x2><h4>Test your knowledge</h4><p>Which lake is deepest?</p><ul><li><label><input type=radio>Kivu</label></li>"
        "<li><label><input type=radio>Tolmin</label></li></ul></div>"
    ),
    "a player that is named so": _amid("<div class='podcast'><p>Hear the day in twelve minutes</p><p>With Neema and Joe</p></div>"),
    "where a player stands": _amid("<div><p>00:00 / 12:41</p></div>"),
    "a promise for the inbox": _amid(
        "<div class=n7><h3>The lake letter</h3><p>All that matters, every Friday in your inbox.</p></div>"
    ),
    "networks to share by": _page("<ul><li>Facebook</li><li>WhatsApp</li><li>X</li></ul>"),
    "the senders of a press release": _page("<p>###</p><p><b>Ask us</b></p><p>Jane Mercer, +46 8 555 0101, press@kivu.example</p>"),
    "an imprint beneath the rights": _page(
        "<p>© 2026 Kivu Herald. All rights reserved.</p><p>Kivu Herald, Lake Road 12, chief editor: Anna Holm, ISSN 2049-3630</p>"
    ),
    "readers' remarks parted by breaks, each name right beneath": _page(
        "".join(f"<br>{said}<br>{name}<br>" for name, said in zip(READERS[1:4], REMARKS[1:4], strict=True)),
        "<br><br>".join(RIVER) + "<br>",
    ),
    "a guest book": _page(
        "<div><h2>Guest book</h2>" + _remarks("<div><p>{said}</p><p>— {name}</p><a>Light a candle</a></div>") + "</div>"
    ),
    "a single further story under a bold line": _page(
        "<p><b>Volleyball team loses its coach in the middle of the season</b></p><p>The volleyball team of Tolmin has to play its"
        " last match without a coach: Hana Vidmar resigned after quarrelling with several players about training hours.</p>"
        "<p>Petra Zorec, who once led the juniors, will train the team until somebody has been appointed for the next season.</p>"
        "<p>Supporters collected signatures against the resignation and gathered outside the sports hall yesterday evening.</p>"
    ),
    "an advert whose label and link are one line": _amid(
        "<div class=x9><span>Advertisement</span> <a href=/s>Warm socks for cold feet</a>"
        "<p>Two pairs for one, until Sunday.</p></div>"
    ),
    "a call with a button between the paragraphs": _amid(
        "<div class=k3><p>Keep us afloat</p><p>Stories like this one take weeks. Readers pay for them.</p>"
        "<a href=/g>Give 5 euros</a></div>"
    ),
    "a channel to join": _amid("<p>Únase a nuestro canal de WhatsApp y reciba las noticias al instante</p>"),
    "a link to a post elsewhere": _amid("<p><a href=/x>View this post on Instagram</a></p>"),
    "a ticker's line": _amid("<p>+++ More of the lake in our <a href=/t>ticker</a> +++</p>"),
    "a letter that may be passed on": _page("<p>Thanks for reading the Herald! This post is public so feel free to share it.</p>"),
    "remarks in elements of one kind, each signed with name and place": _page(
        "</div><div><ul>" + _remarks(f"<li>{{said}} {REMARKS[2]} {REMARKS[0]}<br><em>{{name}}, Tolmin</em></li>") + "</ul>"
    ),
    "cards whose titles lead nowhere": _page(
        "</div><div>" + "".join(f"<div class=cd><h4>{title}</h4><p>{told} {FURTHER[1][1]}</p></div>" for title, told in FURTHER)
    ),
    "another story's title in bold behind what announces it": _amid(f"<p><b>READ ALSO: {FURTHER[0][0]}</b></p>"),
    "linked titles alone beneath the story": _page("".join(f'<p><a href="/x">{title}</a></p>' for title, _ in FURTHER)),
    "linked titles behind bullets": _page(
        "".join(f"<br>• <a href=/x>{title}</a>" for title, _ in FURTHER), "<br><br>".join(RIVER) + "<br>"
    ),
    "a day beneath the story": _page("<p align=right><i>4 March 2026</i></p>"),
    "a picture with its caption in a table that the text flows around": _page(
        "",
        "<table align=left><tr><td><img src=a.jpg></td></tr><tr><td><small>Fishermen of Lumbashi wait for the"
        " tug on Wednesday morning.</small></td></tr></table>" + "<br><br>".join(RIVER),
    ),
    "a call of a blog's host": _page(
        "<div><h3>Discover more from Kivu Herald</h3><p>Subscribe to get the latest posts sent to your email.</p>"
        "<p>Type your email…</p></div>"
    ),
    "what asks for consent amid the story": _amid(
        "<div><p>External content</p><p>We need your consent to show this content by Mapster.</p></div>"
    ),
    "a call that is set otherwise than the story's paragraphs": _page(
        "",
        "<br><br>".join(RIVER[:3])
        + "<section><h4>Keep us afloat</h4><p>Stories like this take weeks. Readers pay for them.</p><a href=/g>Give</a></section>"
        + "<br><br>".join(RIVER[3:]),
    ),
    "a film with its title and how long it takes": _amid(
        "<div><video></video><div>The night on the sandbank in pictures</div><div>01:24</div></div>"
    ),
    "a card under a linked heading, its text unlinked": _amid(
        f'<div class=r7><h4><a href="/x">{FURTHER[1][0]}</a></h4><p>{FURTHER[1][1]}</p></div>'
    ),
    "a caption that a line break parts from its picture": _amid(
        "<p><img src=a.jpg><br><em>The ferry on the sandbank at dawn.</em></p>"
    ),
    "what is said of the author in any words": _page(
        "<p><em>Amani Buto seit zehn Jahren am See, schreibt über Häfen und Boote.</em></p>"
    ),
    "another article beneath, its names and day beneath its headline": _page(
        f"<div><h1>{FURTHER[0][0]}</h1><p>Neema Faraji, Joe Kito 3 March 2026</p>{''.join(f'<p>{told}</p>' for _, told in FURTHER)}"
        "<p>The guild of bakers in Tolmin will meet again on Thursday to talk about flour, gas and apprentices' wages.</p></div>"
    ),
    "how to reach the newsroom": _page("<hr>Kivu Herald<br>Lake Road 12<br>Tel. 555 12 34 56", "<br><br>".join(RIVER)),
    "a channel to join where the verb comes last": _amid("<p>WhatsApp kanalımıza katılın</p>"),
}
