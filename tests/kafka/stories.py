"""Pages of a newspaper that does not exist."""

from __future__ import annotations

TOWNS = "Lyon", "Nairobi", "Osaka", "Valparaiso", "Leeds"
STORY = """<html lang="en"><head><title>Police detain {n} protesters in {town} - Harbour Post</title>
<meta property="article:published_time" content="2026-02-27T09:30:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Police detain {n} protesters in {town}</h1>
<p class="byline">By Ines Calder</p>
<p>Police detained {n} protesters in {town} on Friday after a march against higher ferry fares turned violent, officials said.</p>
<p>The mayor of {town} condemned the violence and called for talks with the union, which represents some 4,000 dock workers.</p>
<p>At least two officers were injured when stones were thrown at a police line near the harbour, a spokeswoman said.</p>
<p>The union said it would strike on Monday unless the detained were released, and accused the council of breaking an agreement.</p>
</article><aside><h2>Read more</h2><a href="/a">Ferry fares explained</a></aside><footer>Harbour Post</footer></body></html>"""


def story(number: int) -> str:
    """The HTML of the `number`th story, each about another event."""
    return STORY.format(n=number + 3, town=TOWNS[number % len(TOWNS)])
