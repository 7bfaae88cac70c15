"""Pages as newsrooms of many languages and systems write them: headline, authors, day, standfirst, each found or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from agents.clean.metadata import read_metadata
from tests.clean.samples import FETCHED_AT, PARAGRAPHS, declared_of, outline_of

DAY = "2026-03-04"
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


@dataclass(frozen=True)
class Page:
    language: str
    title: str
    head: str
    """The title element, and what else the head holds."""
    top: str
    """Above the text."""
    authors: list[str] = field(default_factory=list)
    subtitle: str | None = None
    bottom: str = ""


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


PAGES = [
    Page(
        "en",
        "Port strike ends",
        "<title>Port strike ends | Verane Wire</title>" + meta("dcterms.creator", "Bo Ek"),
        '<h1 class="page-title">Port strike ends</h1><div class="submitted">Submitted by Bo Ek on Wed, 03/04/2026 - 08:15</div>'
        '<time datetime="2026-03-04T08:15:00+01:00" class="published"></time>',
        ["Bo Ek"],
    ),
    Page(
        "de",
        "Einigung nach neun Tagen",
        "<title>Hafenstreik: Einigung nach neun Tagen</title>" + meta("og:title", "Einigung nach neun Tagen"),
        '<h1><span class="kicker">Hafenstreik</span> <span>Einigung nach neun Tagen</span></h1>'
        '<p class="vorspann">Die Kräne bewegen sich wieder nach neun Tagen.</p><p>Von unserem Korrespondenten Jan Maier</p>'
        "<p>4. März 2026, 18:30 Uhr</p>",
        ["Jan Maier"],
        "Die Kräne bewegen sich wieder nach neun Tagen.",
    ),
    Page(
        "fr",
        "Grève au port : la fin",
        "<title>Grève au port : la fin - Verane Matin</title>" + meta("og:site_name", "Verane Matin"),
        '<h1>Grève au port : la fin</h1><p class="chapo">Les grues ont repris le travail à l’aube.</p>'
        "<p class='meta'>Par Anne Lie (avec VNA) Publié le 4 mars 2026 à 18h30, mis à jour le 5 mars 2026</p>",
        ["Anne Lie"],
        "Les grues ont repris le travail à l’aube.",
    ),
    Page(
        "es",
        "Termina la huelga",
        "<title>Termina la huelga | Economía | Diario Verane</title>"
        + meta("og:site_name", "Diario Verane")
        + meta("article:section", "Economía"),
        '<h1>Termina la huelga</h1><div class="firma">Ana Ruiz y Luis Mora</div>'
        '<time datetime="2026-03-04T18:30:00+0100">4 MAR 2026</time>',
        ["Ana Ruiz", "Luis Mora"],
    ),
    Page(
        "pt-BR",
        "Greve termina",
        "<title>Greve termina</title>",
        "<h1>Greve termina</h1><p>Por Luana Costa e Rafael Dias</p>"
        "<p><time datetime='2026-03-04T18:30:00-03:00'>04/03/2026 18h30</time></p>",
        ["Luana Costa", "Rafael Dias"],
    ),
    Page(
        "it",
        "Sciopero finito",
        "<title>Sciopero finito</title>",
        '<h1>Sciopero finito</h1><p class="sottotitolo">Le gru tornano a muoversi all’alba.</p><p class="autore">di Anna Lei</p>'
        "<p>4 marzo 2026 (modifica il 5 marzo 2026 | 09:00)</p>",
        ["Anna Lei"],
        "Le gru tornano a muoversi all’alba.",
    ),
    Page(
        "nl",
        "Staking voorbij",
        "<title>Staking voorbij</title>",
        "<h1>Staking voorbij</h1><p class='auteur'>Door onze redacteur Jan de Boer</p><p>wo 4 mrt 2026 om 18:30</p>",
        ["Jan de Boer"],
    ),
    Page(
        "tr",
        "Grev sona erdi",
        "<title>Grev sona erdi - Verane Haber</title>" + meta("og:site_name", "Verane Haber"),
        "<h1>Grev sona erdi</h1><div>Giriş Tarihi: 4 Mart 2026 18:30</div><div>Son Güncelleme: 5 Mart 2026</div>"
        "<div class='muhabir'>Muhabir: Ayşe Yılmaz</div>",
        ["Ayşe Yılmaz"],
    ),
    Page(
        "ru",
        "Забастовка завершилась",
        "<title>Забастовка завершилась</title>",
        "<div class='date'>4 марта 2026, 18:30</div><h1>Забастовка завершилась</h1><div>Автор: Иван Петров</div>",
        ["Иван Петров"],
    ),
    Page(
        "ar",
        "انتهاء إضراب الميناء",
        "<title>انتهاء إضراب الميناء</title>",
        "<h1>انتهاء إضراب الميناء</h1><div>بقلم: أحمد علي</div><div>٤ آذار / مارس ٢٠٢٦</div>",
        ["أحمد علي"],
    ),
    Page(
        "fa", "پایان اعتصاب", "<title>پایان اعتصاب</title>", "<h1>پایان اعتصاب</h1><div>تاریخ انتشار: ۱۳ اسفند ۱۴۰۴ - ۱۸:۳۰</div>"
    ),
    Page(
        "hi",
        "हड़ताल खत्म",
        "<title>हड़ताल खत्म</title>",
        "<h1>हड़ताल खत्म</h1><div class='byline'>लेखक: अनिता शर्मा</div><div>प्रकाशित: ४ मार्च २०२६, अपडेट: 5 मार्च 2026</div>",
        ["अनिता शर्मा"],
    ),
    Page(
        "ja",
        "スト終結",
        "<title>スト終結：ベラーネ新聞</title>" + meta("og:site_name", "ベラーネ新聞"),
        "<h1>スト終結</h1><p class='writer'>山田太郎</p><p>2026年3月4日 18時30分</p>",
        ["山田太郎"],
    ),
    Page(
        "zh",
        "罢工结束",
        "<title>罢工结束--国际--维拉内网</title>",
        "<h1>罢工结束</h1><p class='info'>2026-03-04 18:30 来源：维拉内日报 记者：王小明</p>",
        ["王小明"],
    ),
    Page(
        "ko",
        "파업 끝나",
        "<title>파업 끝나</title>",
        "<h1>파업 끝나</h1><div class='byline'>홍길동 기자</div><div>입력 2026.03.04. 오후 6:30 수정 2026.03.05.</div>",
        ["홍길동"],
    ),
    Page("th", "นัดหยุดงานยุติ", "<title>นัดหยุดงานยุติ</title>", "<h1>นัดหยุดงานยุติ</h1><p class='date'>4 มี.ค. 2569 18:30 น.</p>"),
    Page(
        "en",
        "Port strike ends",
        "<title>Verane Notes: Port strike ends</title>" + meta("og:site_name", "Verane Notes"),
        "<h2 class='date-header'>Wednesday, March 4, 2026</h2><h3 class='post-title'>Port strike ends</h3>",
        ["Ann Lee"],
        bottom="<div class='post-footer'>Posted by <span class='post-author vcard'>Ann Lee</span></div>",
    ),
    Page(
        "",
        "Port strike ends",
        "<title>Island Herald - Port strike ends</title>",
        "<table><tr><td><b>ISLAND HERALD</b></td></tr><tr><td><font size=5><b>Port strike ends</b></font><br>"
        "By ANN LEE, Herald staff<br>March 4, 2026<br></td></tr></table>",
        ["ANN LEE"],
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.language or "none")
def test_what_a_newsrooms_page_says_of_its_story(page: Page) -> None:
    html = (
        f'<html lang="{page.language}"><head>{page.head}</head><body><nav><a href="/">1</a></nav>'
        f"<main>{page.top}{TEXT}{page.bottom}</main></body></html>"
    )
    found = read_metadata(html, declared_of(html, "https://www.verane.example/story/77"), outline_of(html), FETCHED_AT)
    assert (found.title, found.authors, found.subtitle) == (page.title, page.authors, page.subtitle)
    assert found.published is not None
    assert found.published.when.date().isoformat() == DAY
