from schemas.event import EVIDENCE_LENGTH
from tests.tag.coding import events, tagged


def test_other_languages_have_no_events_and_the_reason() -> None:
    record = tagged("La police a arrêté quatorze étudiants à Nairobi mardi.", language="fr")
    assert (record.events, record.tagger.coded) == ([], False)
    assert record.tagger.reason == "no lexicon for the language 'fr'"


def test_every_span_is_cut_from_the_text() -> None:
    text = "“Straße” 🚌\nRebels killed nine soldiers near Maiduguri on Monday, and police arrested 14 people in Kano."
    for event in events(text):
        spans = [event.evidence, event.trigger, *event.mentions, *event.actors, *event.recipients]
        assert all(text[span.start : span.end] == span.text for span in spans)


def test_evidence_of_an_endless_sentence_is_short() -> None:
    text = "Rebels attacked the town " + "and the weather was fine " * 60 + "."
    assert all(event.evidence.end - event.evidence.start <= EVIDENCE_LENGTH for event in events(text))


def test_the_distance_to_the_place_is_kept() -> None:
    (event,) = events("Around 40 migrants were arrested in an area 60 kilometers from Moscow.")
    assert event.place is not None
    assert (event.place.name, event.place.distance_km) == ("Moscow", 60.0)


def test_an_actors_country_is_not_the_scene() -> None:
    (event,) = events("Turkey expelled two diplomats on Monday.")
    assert event.place is None


def test_no_text_no_event() -> None:
    assert tagged("").events == []


MATCH = (
    "Rovers attacked from the start and bombarded the visitors' goal. Ward struck twice before half-time. Coach Ana Ruiz praised "
    "her midfield after the match. The striker missed a penalty."
)


def test_a_match_has_no_assaults() -> None:
    assert [event for event in events(MATCH) if event.type == "ASSAULT"] == []


def test_an_attack_at_a_match_is_one() -> None:
    found = events(f"{MATCH} Gunmen killed two fans outside the stadium after the match.")
    assert any(event.type == "ASSAULT" and event.counts for event in found)


def test_a_former_mayor_is_arrested_now() -> None:
    (event,) = events("Police arrested the former mayor of Odesa on Monday.")
    assert event.auxiliary == []
