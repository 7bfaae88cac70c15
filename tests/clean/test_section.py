"""The section: declared, else of the page's breadcrumbs."""

import json

import pytest

from tests.clean.samples import HEADLINE, URL, article_html, declared_of


def section(*steps: dict[str, object], head: str = "") -> str | None:
    trail = {"@type": "BreadcrumbList", "itemListElement": list(steps)}
    html = article_html(f'{head}<script type="application/ld+json">{json.dumps(trail)}</script>')
    return declared_of(html, URL).section


def step(name: str, address: str = "") -> dict[str, object]:
    return {"@type": "ListItem", "name": name, **({"item": address} if address else {})}


@pytest.mark.parametrize(
    "steps",
    [
        (step("Home"), step("World"), step(HEADLINE)),
        (step("Startseite"), step("World"), step("Islands")),
        (step("Harbour Gazette", "https://www.harbour-gazette.example/"), step("World"), step("This page", URL)),
        ({"@type": "ListItem", "item": {"@id": "https://www.harbour-gazette.example/world", "name": "World"}},),
    ],
)
def test_the_first_step_below_the_front_page_is_the_section(steps: tuple[dict[str, object], ...]) -> None:
    assert section(*steps) == "World"


def test_what_is_declared_counts_before_the_breadcrumbs() -> None:
    assert section(step("World"), head='<meta property="article:section" content="Ports, ">') == "Ports"


def test_breadcrumbs_that_name_no_section_give_none() -> None:
    assert section(step("Home"), step(HEADLINE)) is None
    assert section() is None
