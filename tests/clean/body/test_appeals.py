"""Appeals to readers go, wherever one stands beneath the story; a story about donations stays."""

from __future__ import annotations

import pytest

from agents.clean.body.appeals import without_appeals
from tests.clean.samples import outline_of

STORY = "The last ferry of the year left the harbour on Monday with forty people and the island's mail on board. " * 2


def left(html: str) -> list[str]:
    outline = outline_of(html)
    kept = without_appeals(outline, range(len(outline.texts)), [float(len(text.split())) for text in outline.texts])
    return [outline.texts[block] for block in kept]


APPEALS = [
    "You can read this free of charge because readers pay for it. If you value our work, become a member from 4 a month.",
    "Support independent journalism with a donation.",
    "This story is free to read. Help us keep it that way and donate today.",
    "Do you know more about this? Write to tips@gazette.example.",
    "Unterstützen Sie unabhängigen Journalismus mit einer Spende.",
    "Si notre travail compte pour vous, abonnez-vous dès 4 euros par mois.",
    "Apoye el periodismo independiente con una donación.",
    "Apoie o jornalismo independente com uma doação.",
    "Sostenete il giornalismo indipendente con una donazione.",
    "Steun onafhankelijke journalistiek met een gift.",
    "Wesprzyj niezależne dziennikarstwo darowizną.",
    "Поддержите независимую журналистику пожертвованием.",
    "Bağımsız gazeteciliği bağışınızla destekleyin.",
    "Stöd oberoende journalistik med en gåva.",
    "独立した報道を寄付で支えてください。",
    "ادعموا الصحافة المستقلة بتبرع.",
]


@pytest.mark.parametrize("appeal", APPEALS)
def test_an_appeal_beneath_the_story_goes(appeal: str) -> None:
    assert left(f"<p>{STORY}</p><p>{STORY}</p><p>{appeal}</p>") == [STORY.strip()] * 2


def test_one_beneath_the_story_gives_those_amid_it_away() -> None:
    amid = "<p>Please support our reporting: you can give any sum.</p>"
    story = f"<p>{STORY}</p>" * 7
    assert amid[3:-4] in left(story + amid + story)
    assert left(f"{story}{amid}{story}<p>{APPEALS[1]}</p>") == [STORY.strip()] * 14


@pytest.mark.parametrize(
    "line",
    [
        "“Support independent journalism, and you will get it,” the editor told the court.",
        "The foundation, which supports journalism in nine countries, lost a third of its donations.",
        "Volunteers can write to help@relief.example until Friday.",
    ],
)
def test_what_a_story_tells_of_giving_stays(line: str) -> None:
    html = f"<p>{STORY}</p><p>{STORY}</p><p>{line}</p>"
    assert left(html) == list(outline_of(html).texts)
