"""What hits and attacks without violence."""

from __future__ import annotations

import pytest

from tests.tag.coding import coded, events


@pytest.mark.parametrize(
    "text",
    [
        "A powerful storm hit the southern coast on Sunday.",
        "A storm hit the southern coast on Sunday, killing nine people.",
        "Typhoon Ambo struck the northern islands, destroying thousands of homes.",
        "The southern coast was battered by floods.",
        "A slump in demand hit the region's banks.",
        "A virus from the lowlands struck the herds.",
        "His film tells of a judge who kills a guard.",
    ],
)
def test_what_nobody_does_is_no_violence(text: str) -> None:
    assert not [event for event in coded(text) if event.startswith("ASSAULT")]


@pytest.mark.parametrize(
    "text",
    [
        "Drones hit the southern coast on Sunday.",
        "Survivors of the storm attacked the mayor.",
        "Storm victims attacked a convoy.",
        "A storm hit the coast, and soldiers shot at looters, wounding nine people.",
        "Gunmen killed the director of the film.",
    ],
)
def test_who_does_it_beside_a_storm_is_violent(text: str) -> None:
    assert [event for event in coded(text) if event.startswith("ASSAULT")]


@pytest.mark.parametrize(
    "text",
    [
        "The bank attacked the government's conditions for a merger.",
        "Farmers attacked the slow response of the authorities.",
        "The plan was attacked by the unions.",
        "The president attacked the unions as mafias.",
    ],
)
def test_an_attack_with_words_is_a_reproach(text: str) -> None:
    assert coded(text) == ["ACCUSE/disapprove"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the minister's convoy.",
        "Rebels attacked the village as families slept.",
        "Rebels attacked the post after the decision.",
        "The post was attacked by rebels.",
        "A convoy came under fire near the bridge.",
    ],
)
def test_an_attack_with_arms_is_violence(text: str) -> None:
    assert [event.split("/")[0] for event in coded(text)] == ["ASSAULT"]


@pytest.mark.parametrize("text", ["The minister came under fire over the budget.", "The euro was under fire on Monday."])
def test_a_reproached_one_is_not_shot_at(text: str) -> None:
    assert "ASSAULT" not in coded(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wildfires ravaged the hills for a third day, forcing 900 people from their homes.", "COERCE"),
        ("The miners' truck overturned on the mountain road.", "SANCTION"),
        ("The United Nations will send food to 9,000 refugees in camps near Gulu.", "AID"),
    ],
)
def test_another_sense_of_a_word_tells_nothing(text: str, kind: str) -> None:
    assert kind not in " ".join(coded(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers forced 900 people from their homes.", "COERCE"),
        ("A shooting Monday killed two guards.", "ASSAULT"),
        ("An appeals court overturned the verdict against the editor.", "SANCTION"),
    ],
)
def test_the_sense_that_tells_is_left(text: str, kind: str) -> None:
    assert kind in " ".join(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "The team attacked the problem with a new method.",
        "Her novel explores grief and war.",
        "Last year's oil spill poisoned nine swimmers.",
    ],
)
def test_what_touches_nobody_is_no_violence(text: str) -> None:
    assert not [kind for kind in coded(text) if kind.startswith("ASSAULT")]


@pytest.mark.parametrize(
    "text",
    ["Wolves killed 14 sheep near Trento.", "Slugs attack young plants in Peru.", "The bank's profits in Peru were hit by debts."],
)
def test_animals_and_profits_are_no_parties_to_violence(text: str) -> None:
    assert not [kind for kind in coded(text) if kind.startswith("ASSAULT")]


def test_a_number_of_people_is_somebody() -> None:
    assert "ASSAULT" in coded("Gunmen killed a number of nuns.")[0]


def test_the_killing_of_animals_is_none() -> None:
    assert coded("Inspectors said the killing of a whale had taken five hours in Peru.") == []


def test_who_is_wounded_already_is_not_wounded_by_those_who_help() -> None:
    assert [event.type.value for event in events("The Red Cross said it had evacuated 64 wounded people.")] == ["AID"]
    assert [event.type.value for event in events("The shell wounded 64 people.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "The winter of 1944 killed thousands.",
        "The lorries are killing this town.",
        "The fire destroyed a warehouse.",
    ],
)
def test_seasons_fires_and_lorries_kill_nobody(text: str) -> None:
    assert coded(text) == []


def test_fire_from_guns_is_violence() -> None:
    assert coded("Artillery fire destroyed a warehouse.") == ["ASSAULT/heavy-weapons"]


@pytest.mark.parametrize(
    "text",
    [
        "He released a second letter on Monday.",
        "She gave a joint press conference at the palace.",
        'The "suspicious" fire devastated the church.',
        "All of the forums are slated to begin at noon.",
        "He lost control of his pickup on the road to the town.",
        "He will not be able to resume the talks.",
    ],
)
def test_words_of_everyday_news_tell_no_event(text: str) -> None:
    assert coded(text) == []


def test_shells_hit_a_market_in_no_figure_of_speech() -> None:
    assert [kind.split("/")[0] for kind in coded("Shells hit the market.")] == ["ASSAULT"]


def test_whom_somebody_releases_is_let_go() -> None:
    assert coded("The army freed the town clerk.") == ["RETREAT/release"]


@pytest.mark.parametrize(
    "text",
    [
        "Members clashed over the future of the pool at a meeting of the council.",
        "Imagine a summer in which farmers shoot at the pumps.",
        "The battery died after 31 minutes.",
        "The budget was under attack from all sides.",
    ],
)
def test_words_of_war_in_town_halls_essays_and_reviews(text: str) -> None:
    assert not [told for told in coded(text) if told.startswith("ASSAULT")]


def test_what_is_attacked_as_something_is_blamed() -> None:
    assert coded("The mural was attacked as an eyesore.") == ["ACCUSE/disapprove"]


def test_armed_men_clash_over_something_with_arms() -> None:
    assert [told.split("/")[0] for told in coded("Rebels and soldiers clashed over the bridge.")] == ["ASSAULT"]


def test_who_is_attacked_for_what_he_does_is_blamed() -> None:
    assert coded("The bar association attacked the ministry for holding 9,000 men without trial.")[0] == "ACCUSE/disapprove"
    assert coded("Rebels attacked the village for sheltering soldiers.")[0].startswith("ASSAULT")
