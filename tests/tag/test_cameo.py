"""Events carry the CAMEO code of what they tell."""

from __future__ import annotations

import pytest

from agents.tag.cameo import Clues, cameo_of
from schemas.cameo import ROOTS, root_of
from schemas.plover import MODES, Context, EventType, Sector
from tests.tag.coding import events

ROOTS_OF = {
    EventType.AGREE: {"03", "05"},
    EventType.CONSULT: {"04"},
    EventType.SUPPORT: {"05"},
    EventType.CONCEDE: {"08"},
    EventType.COOPERATE: {"06"},
    EventType.AID: {"07"},
    EventType.RETREAT: {"08"},
    EventType.REQUEST: {"02"},
    EventType.REJECT: {"12"},
    EventType.ACCUSE: {"09", "11"},
    EventType.THREATEN: {"13"},
    EventType.PROTEST: {"14"},
    EventType.SANCTION: {"11", "16"},
    EventType.MOBILIZE: {"15"},
    EventType.COERCE: {"17"},
    EventType.ASSAULT: {"17", "18", "19", "20"},
}


@pytest.mark.parametrize("event_type", EventType)
def test_every_mode_has_a_code_under_the_roots_that_plover_took_it_from(event_type: EventType):
    codes = [cameo_of(event_type, mode, Clues("", "")) for mode in (None, *sorted(MODES[event_type]))]
    assert {root_of(code) for code in codes} <= ROOTS_OF[event_type] <= set(ROOTS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The rebels released nine hostages on Sunday.", "0841"),
        ("Police arrested 14 students in Nairobi on Tuesday.", "173"),
        ("The foreign minister of Peru visited Quito on Tuesday.", "042"),
        ("The minister denied that soldiers had killed the farmers.", "016"),
        ("The bishop demanded the release of the hostages.", "1053"),
        ("The bishop appealed for the release of the hostages.", "0253"),
        ("Japan donated tents to the refugees in Jordan.", "073"),
        ("Rebels killed nine soldiers near Maiduguri on Monday.", "190"),
    ],
)
def test_the_code_is_as_exact_as_the_words(text: str, code: str):
    assert events(text)[0].cameo == code


def test_a_speech_act_has_the_code_of_what_it_speaks_of():
    assert cameo_of(EventType.AGREE, None, Clues("promised", "promised aid", content=[(EventType.AID, None)])) == "033"
    assert cameo_of(EventType.AGREE, None, Clues("agreed", "agreed", content=[(EventType.RETREAT, "release")])) == "0353"


def test_who_fights_decides_whether_it_is_a_fight():
    assert cameo_of(EventType.ASSAULT, None, Clues("attacked", "attacked the bus", sectors=[Sector.REB])) == "190"
    assert cameo_of(EventType.ASSAULT, None, Clues("attacked", "attacked the bus", sectors=[Sector.CVL])) == "180"


def test_contexts_tell_what_is_investigated():
    assert cameo_of(EventType.ACCUSE, "investigate", Clues("probe", "", contexts=[Context.CORRUPTION])) == "091"
