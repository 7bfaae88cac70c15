from pathlib import Path

import pytest

from agents.tag import backing, events, figurative, lexicon, mishaps, speech
from agents.tag.lexicon_check import check
from schemas.plover import MODES, EventType
from tests.tag.coding import coded


def test_it_is_broad_and_holds_its_own_examples() -> None:
    checked = check()
    assert checked.faults == []
    assert checked.lemmas >= 1500


def test_every_type_has_its_file_and_a_definition() -> None:
    types = lexicon.load().types
    assert set(types) == set(EventType)
    assert all(file.definition for file in types.values())


def test_every_mode_of_plover_can_be_coded() -> None:
    for event_type, file in lexicon.load().types.items():
        told = {group.mode for group in file.groups} | {mode for mode, _ in file.cues} | {mode for mode, _ in file.content}
        assert MODES[event_type] <= told


def test_every_group_that_the_code_names_is_there() -> None:
    named = {backing._ATTACK, events._FIGHT, *figurative._AIMED, *mishaps._HARM, *speech._LEGAL, *speech._NAMING}
    assert named <= {group.name for file in lexicon.load().types.values() for group in file.groups}


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"name": "x", "strength": "core", "mode": "arrest"}, "AID has no mode 'arrest'"),
        ({"name": "x", "strength": "core", "nuons": "aid"}, "no such field 'nuons'"),
        ({"name": "x", "strength": "core", "near": "@nobody"}, "no class @nobody"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_group(entry: dict[str, str], message: str) -> None:
    with pytest.raises(lexicon.LexiconError, match=message) as error:
        lexicon._Reader().group(EventType.AID, entry, "AID.toml")
    assert "AID.toml, group 'x'" in str(error.value)


def test_broken_toml_is_named_with_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "AID.toml").write_text("type = AID")
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    with pytest.raises(lexicon.LexiconError, match=r"AID\.toml"):
        lexicon._read("AID.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mali cut electricity to the town.", ["COERCE/withhold"]),
        ("An owl in Mali cut electricity to the town.", []),
    ],
)
def test_a_state_that_acts_stands_for_its_government(text: str, told: list[str]) -> None:
    assert coded(text) == told
