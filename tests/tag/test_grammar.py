"""Who stands where no actor stands does not act."""

from __future__ import annotations

import pytest

from tests.tag.coding import events


def actors(text: str, kind: str) -> list[str]:
    return [actor.text for event in events(text) if event.type.value == kind for actor in event.actors]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Gunmen stormed a school in Nigeria's Kebbi state on Monday and abducted 25 girls.", "ASSAULT", "Gunmen"),
        ("Seventeen strikers were detained and four officers were slightly hurt.", "COERCE", None),
        ("Seventeen strikers were detained and four officers were slightly hurt.", "ASSAULT", None),
        ("Two villagers were killed when government drones hit a camp near Bara.", "ASSAULT", "government drones"),
        ("In 2015 Rwandan courts sentenced two generals to life in prison.", "COERCE", "Rwandan courts"),
        ("A youth was shot dead after he stabbed a guard.", "ASSAULT", "youth"),
        ("On 4 February police arrested the owner of the mill.", "COERCE", "police"),
        ("Soldiers wounded at least seven women in the village.", "ASSAULT", "Soldiers"),
        ("Two generals were arrested by at least five soldiers.", "COERCE", "soldiers"),
    ],
)
def test_who_acts(text: str, kind: str, who: str | None) -> None:
    found = actors(text, kind)
    assert bool(found) == (who is not None)
    assert all(who and who in actor for actor in found)
