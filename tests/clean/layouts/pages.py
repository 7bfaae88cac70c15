"""Made-up pages in odd layouts. The stories, places and people are fiction."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Layout:
    """A page, and what a reader would note down of it. `first` and `last`: how the text begins and ends."""

    html: str
    title: str
    day: str | None
    first: str
    last: str
    authors: list[str] = field(default_factory=list)
    url: str = "https://www.kivu-herald.example/story.php?id=4711"


RIVER = (
    "The ferry Mwangaza ran aground off Lumbashi on Tuesday night with 214 people on board, the port captain said.",
    "Fishermen brought the passengers ashore in pirogues before dawn; nobody was hurt, though two calves of a trader drowned.",
    "“We heard the keel scrape and then the lamps went out,” said Neema Okello, who was on her way to market with her sons.",
    "The owners said that a sandbank had moved after the floods of February, and that the chart would be drawn anew.",
    "A tug from Port Verane is to pull the ship free at the next high water, which is expected on Friday afternoon.",
)
FIRST, LAST = "The ferry Mwangaza ran aground", "which is expected on Friday afternoon."
BREAKS = "<br><br>\n".join(RIVER)
PARAGRAPHS = "\n".join(f"<p>{paragraph}</p>" for paragraph in RIVER)
HEADLINE = "Ferry runs aground off Lumbashi, all 214 saved"
MENU = '<a href="/">Home</a> | <a href="/world">World</a> | <a href="/sport">Sport</a> | <a href="/weather">Weather</a>'

OLD_TABLE = f"""<html><head><title>{HEADLINE} | Kivu Herald</title></head><body bgcolor=white>
<table width=760><tr><td colspan=2><font size=5><b>Kivu Herald</b></font><br>{MENU}</td></tr>
<tr><td width=140><a href="/a">Archive</a><br><a href="/l">Letters</a><br><a href="/j">Jobs</a></td>
<td><h2>{HEADLINE}</h2>By Amani Buto<br>Lumbashi, 4 March 2026<br><br>
{BREAKS}<br></td></tr>
<tr><td colspan=2><font size=1>Copyright 2026 Kivu Herald. All rights reserved.</font></td></tr></table></body></html>"""

NO_MARKUP = f"""<html><head><title>Kivu Herald - {HEADLINE}</title></head><body>
<p><b>KIVU HERALD</b></p><p>{MENU}</p>
<p><font size="+2">{HEADLINE}</font></p>
<p>By Amani Buto</p><p>Lumbashi, 4 March 2026</p>
{PARAGRAPHS}
<hr><p><small>© Kivu Herald, Lake Road 12</small></p></body></html>"""

SLOGAN = f"""<html lang="en"><head><title>{HEADLINE} | Kivu Herald | The voice of the lakes</title>
<meta property="og:site_name" content="Kivu Herald"></head><body><nav>{MENU}</nav>
<h1>{HEADLINE}</h1><div class="meta">By Amani Buto and Grace Ilunga, Lake Correspondent | 4 March 2026, 07:30 EAT</div>
{PARAGRAPHS}<footer>Kivu Herald</footer></body></html>"""

AMP = f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{HEADLINE}</title>
<link rel="canonical" href="https://www.kivu-herald.example/2026/03/04/ferry">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{HEADLINE}",
"datePublished": "2026-03-04T07:30:00+03:00", "author": [{{"@type": "Person", "name": "By Amani Buto"}}]}}</script>
<style amp-boilerplate>body{{}}</style></head><body>
<amp-sidebar id="s" layout="nodisplay"><ul><li>World</li><li>Sport</li></ul></amp-sidebar>
<amp-img src="/logo.png" alt="Kivu Herald"></amp-img><article><h1>{HEADLINE}</h1>
<amp-img src="/f.jpg"></amp-img>{PARAGRAPHS}<amp-ad type="x"></amp-ad></article></body></html>"""

CUSTOM_ELEMENTS = f"""<!doctype html><html lang="en-KE"><head><title>{HEADLINE} — Kivu Herald</title></head><body>
<kh-header><kh-logo>Kivu Herald</kh-logo><kh-nav>{MENU}</kh-nav></kh-header>
<kh-story><kh-headline>{HEADLINE}</kh-headline><kh-byline class="byline">By <a href="/people/amani">Amani Buto</a></kh-byline>
<kh-date class="date">04/03/2026</kh-date>{PARAGRAPHS}</kh-story>
<kh-footer>© Kivu Herald 2026</kh-footer></body></html>"""

NOSCRIPT = f"""<!doctype html><html lang="en"><head><title>{HEADLINE} | Kivu Herald</title>
<meta property="og:title" content="{HEADLINE}"></head><body><div id="app">Loading …</div>
<noscript><div><h1>{HEADLINE}</h1><p class="byline">By Amani Buto</p><p class="date">March 4, 2026</p>
{PARAGRAPHS}</div></noscript></body></html>"""

_TEXT = "\\n".join(paragraph.replace('"', '\\"') for paragraph in RIVER)
JSON_ONLY = f"""<!doctype html><html lang="en"><head><title>Kivu Herald</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{HEADLINE}", "articleBody": "{_TEXT}",
"datePublished": "2026-03-04T04:30:00Z", "author": {{"@type": "Person", "givenName": "Amani", "familyName": "Buto"}}}}</script>
</head><body><div id="root"></div></body></html>"""

FRENCH = """<html lang="fr"><head><title>Un bac s'échoue au large de Lumbashi - Le Héraut du Kivu</title></head><body>
<div id="tete"><a href="/">Le Héraut du Kivu</a></div>
<h1>Un bac s'échoue au large de Lumbashi</h1><p class="signature">Par Amani Buto</p><p>Publié le mercredi 4 mars 2026 à 7h30</p>
<p>Le bac Mwangaza s'est échoué mardi soir au large de Lumbashi avec 214 personnes à bord, a dit le capitaine du port.</p>
<p>Des pêcheurs ont ramené les passagers à terre en pirogue avant l'aube ; personne n'a été blessé, deux veaux se sont noyés.</p>
<p>« Nous avons entendu la quille racler, puis les lampes se sont éteintes », a raconté Neema Okello, en route pour le marché.</p>
<p>Selon les propriétaires, un banc de sable s'est déplacé après les crues de février et la carte sera bientôt redessinée.</p>
<p>Un remorqueur de Port-Vérane doit dégager le navire à la prochaine marée haute, attendue vendredi après-midi.</p>
<div id="pied">© Le Héraut du Kivu</div></body></html>"""

RUSSIAN = """<html lang="ru"><head><title>Паром сел на мель у Лумбаши, спасены все 214 человек — Вестник Киву</title></head><body>
<div class="logo">Вестник Киву</div><h1>Паром сел на мель у Лумбаши, спасены все 214 человек</h1>
<div class="article__date">4 марта 2026, 07:30</div><div class="article__author">Автор: Амани Буто</div>
<p>Паром «Мвангаза» сел на мель у Лумбаши во вторник вечером; на борту было 214 человек, сообщил капитан порта.</p>
<p>Рыбаки до рассвета доставили пассажиров на берег в пирогах; никто не пострадал, хотя два телёнка торговца утонули.</p>
<p>«Мы услышали, как скребёт киль, и лампы погасли», — рассказала Неэма Окелло, которая ехала на рынок с сыновьями.</p>
<p>Владельцы говорят, что песчаная отмель сместилась после февральских паводков и что карту составят заново.</p>
<p>Буксир из Порт-Верана должен снять судно с мели при следующей высокой воде, ожидаемой в пятницу днём.</p>
</body></html>"""

NO_YEAR = f"""<html lang="en"><head><title>{HEADLINE}</title></head><body><nav>{MENU}</nav><h1>{HEADLINE}</h1>
<div>By Amani Buto</div><div>Wednesday, 4 March, 07:30</div>{PARAGRAPHS}</body></html>"""

HOURS_AGO = f"""<html lang="en"><head><title>{HEADLINE}</title></head><body><nav>{MENU}</nav><h1>{HEADLINE}</h1>
<div class="byline">By Amani Buto (amani.buto@kivu-herald.example) · 30 hours ago · 2 min read</div>{PARAGRAPHS}</body></html>"""

_AUTHOR = ["Amani Buto"]
LAYOUTS = {
    "an old table with line breaks": Layout(OLD_TABLE, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "an old page that names nothing": Layout(NO_MARKUP, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "a title with a slogan, two authors, a zone": Layout(
        SLOGAN, HEADLINE, "2026-03-04", FIRST, LAST, ["Amani Buto", "Grace Ilunga"]
    ),
    "AMP": Layout(AMP, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "custom elements": Layout(CUSTOM_ELEMENTS, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "noscript": Layout(NOSCRIPT, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "JSON alone": Layout(JSON_ONLY, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "French": Layout(
        FRENCH, "Un bac s'échoue au large de Lumbashi", "2026-03-04", "Le bac Mwangaza", "attendue vendredi après-midi.", _AUTHOR
    ),
    "Russian": Layout(
        RUSSIAN,
        "Паром сел на мель у Лумбаши, спасены все 214 человек",
        "2026-03-04",
        "Паром «Мвангаза» сел",
        "ожидаемой в пятницу днём.",
        ["Амани Буто"],
    ),
    "a date without a year": Layout(NO_YEAR, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
    "so many hours ago": Layout(HOURS_AGO, HEADLINE, "2026-03-04", FIRST, LAST, _AUTHOR),
}
