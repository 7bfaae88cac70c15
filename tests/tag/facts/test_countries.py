import pytest

from agents.tag.facts.countries import alpha3_of, country_named, country_of_site


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("Russia", "RUS"),
        ("Russian", "RUS"),
        ("Russians", "RUS"),
        ("U.S.", "USA"),
        ("Burmese", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Türkiye", "TUR"),
        ("Congolese", "COD"),
    ],
)
def test_names_adjectives_and_peoples_tell_their_country(name: str, alpha3: str):
    country = country_named(name)
    assert country is not None
    assert country.alpha3 == alpha3


def test_other_words_tell_none():
    assert country_named("Monday") is None
    assert alpha3_of(None) is None


def test_every_country_of_the_table_is_known():
    assert [
        name for name in ("Kosovar", "Palestinian", "Sahrawi", "Emirati", "Dutch", "Swiss") if country_named(name) is None
    ] == []


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://news.example.co.uk/a", "GB"),
        ("https://news.example.de/a", "DE"),
        ("https://example.io/", None),
        ("https://example.com/", None),
        (None, None),
    ],
)
def test_the_sites_country_by_its_domain(url: str | None, country: str | None):
    assert country_of_site(url) == country
