"""Pages that stand in the way of an article, and short articles that mention such things."""

import pytest

from agents.clean.article_gate import legal_page
from agents.clean.walls import wall

TEXT = "Crews brought the fire at a warehouse under control. Nobody was hurt."


@pytest.mark.parametrize(
    ("titles", "text"),
    [
        (["Just a moment..."], TEXT),
        (["Harbour Gazette", "Log in - Harbour Gazette"], TEXT),
        (["Harbour Gazette"], "We and our 23 partners store information on a device."),
        (["Le Courrier"], "Nos 640 partenaires et nous stockons des informations sur votre appareil."),
        (["Le Courrier"], "Votre vie privée est notre priorité"),
        (["La Gaceta"], "Tu privacidad es importante para nosotros"),
        (["404 - Page not found"], TEXT),
        (["ACCESS DENIED"], TEXT),
        (["Gazette: HUMAN verification"], TEXT),
        (["Robot check"], "Sorry, we just need to make sure you're not a robot."),
        (["Access to this page has been blocked"], TEXT),
        (["Gazette"], "Sorry, we can’t find that page"),
        (["La Gaceta"], "¡Vaya! Esta página no existe"),
        (["Gazette"], "If you agree, we and our partners, including 239 of a framework, will store information."),
        (["Subscribe to the Harbour Gazette"], TEXT),
        (["Jetzt weiterlesen mit Kurier+"], TEXT),
    ],
)
def test_a_wall_is_told_by_its_titles_or_first_lines(titles: list[str], text: str) -> None:
    assert wall(titles, text, len(text.split())) is not None


def test_an_article_on_a_wall_is_none() -> None:
    assert wall(["Logins of a bank stolen", "Logins of a bank stolen - Gazette"], TEXT, 12) is None
    assert wall(["Log in to vote"], TEXT, 400) is None


@pytest.mark.parametrize("title", ["Terms of Use", "Privacy policy", "Impressum", "Mentions légales", "Política de privacidad",
                                   "Privacy policy - Gazette", "Conditions générales - La Maison"])  # fmt: skip
def test_terms_and_policies_are_no_articles(title: str) -> None:
    assert legal_page(title) is not None


@pytest.mark.parametrize(
    "title", ["Terms of use anger authors", "Minister drops privacy policy", "Disclaimers", "Terms - what the ports agreed"]
)
def test_a_story_about_them_is_one(title: str) -> None:
    assert legal_page(title) is None


@pytest.mark.parametrize("title", ["Search results for ferry", "214 results for ferry", "Zoekresultaten voor veer", "検索結果 港"])
def test_what_a_search_found_is_no_article(title: str) -> None:
    assert legal_page(title) is not None


@pytest.mark.parametrize("title", ["Pflegefachkraft (m/w/d) in Teilzeit", "Ingenieur (w/m/d)", "Chef de partie H/F"])
def test_a_job_is_no_article(title: str) -> None:
    assert legal_page(title) is not None


@pytest.mark.parametrize("title", ["Search results hide what the port knows", "Results for the port please", "Vitamin (D/K) helps"])
def test_a_headline_with_such_words_is_one(title: str) -> None:
    assert legal_page(title) is None
