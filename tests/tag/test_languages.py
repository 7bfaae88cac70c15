"""Articles that are not English have topics, places and names where those are sure, why they are not coded, and never an event."""

from __future__ import annotations

import pytest

from tests.tag.coding import tagged

TEXTS = {
    "de": "Die Polizei in Berlin nahm vierzig Demonstranten fest. Karl Weber reiste nach Paris. Die Vereinten Nationen "
    "forderten ein Ende der Gewalt im Krieg, die Armee schwieg.",
    "fr": "La police a arrêté quarante manifestants à Lyon. Le juge Jean Martin s'est rendu à Dakar avec l'Union africaine.",
    "es": "Hombres armados mataron a tres soldados cerca de Cali; el ejército guarda silencio. Luis Gómez viajó a Madrid. "
    "Las Naciones Unidas pidieron un alto el fuego.",
    "pt": "A polícia prendeu quarenta manifestantes em São Paulo, disse o tribunal. João Silva viajou para Lisboa.",
    "it": "La polizia ha arrestato quaranta persone a Roma, dice il tribunale. Mario Bianchi è arrivato a Parigi.",
    "ru": "В Москве полиция задержала сорок человек, решил суд. Министр прибыл в Пекин. Организация Объединённых Наций молчит.",
    "uk": "Поліція затримала сорок людей у Варшаві, суд мовчить.",
    "tr": "Polis İstanbul'da kırk kişiyi tutukladı, mahkeme sustu. Bakan Ankara'dan Paris'e gitti.",
    "ar": "اعتقلت الشرطة في القاهرة أربعين متظاهرا، بحسب المحكمة. وصل إلى باريس لإجراء محادثات مع الأمم المتحدة.",
    "zh": "警方周一在北京逮捕了四十名示威者，法院没有表态。总统抵达巴黎。",
}
PLACES = {
    "de": ["Berlin", "Paris"],
    "fr": ["Lyon", "Dakar"],
    "es": ["Cali", "Madrid"],
    "pt": ["São Paulo", "Lisbon"],
    "it": ["Rome", "Paris"],
    "ru": ["Moscow", "Beijing"],
    "uk": ["Warsaw"],
    "tr": ["Istanbul", "Ankara", "Paris"],
    "ar": ["Cairo", "Paris"],
    "zh": ["Beijing", "Paris"],
}
ACTORS = {
    "de": ["Karl Weber", "United Nations"],
    "fr": ["Jean Martin", "African Union"],
    "es": ["Luis Gómez", "United Nations"],
    "pt": ["João Silva"],
    "it": ["Mario Bianchi"],
    "ru": ["United Nations"],
    "ar": ["United Nations"],
}
CRIME, CONFLICT = "medtop:02000000", "medtop:16000000"


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_not_coded_and_says_why(language: str):
    record = tagged(TEXTS[language], language=language)
    assert (record.events, record.tagger.coded) == ([], False)
    assert record.tagger.reason == f"no lexicon for the language {language!r}"


@pytest.mark.parametrize("language", TEXTS)
def test_it_has_topics_places_and_names(language: str):
    record = tagged(TEXTS[language], language=language)
    assert {topic.id for topic in record.topics} & {CRIME, CONFLICT}
    assert [place.name for place in record.places] == PLACES.get(language, [])
    assert [actor.name for actor in record.actors] == ACTORS.get(language, [])


def test_capitals_of_german_nouns_are_no_names():
    assert tagged("Die Entscheidung der Regierung kam am Montag. Das Ende der Gewalt ist nah.", language="de").actors == []


def test_who_bears_a_citys_name_is_no_place():
    assert tagged("Le juge Paul Berlin a parlé.", language="fr").places == []


def test_english_of_any_region_is_coded():
    assert tagged("Police arrested forty protesters in Lyon.", language="en-GB").tagger.coded
