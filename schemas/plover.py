"""PLOVER 0.8: the ontology that events are coded in (openeventdata/PLOVER, CC BY-SA 4.0)."""

from __future__ import annotations

from enum import StrEnum


class QuadClass(StrEnum):
    """Verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


class EventType(StrEnum):
    """The sixteen types, by quad class."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


QUAD_CLASS: dict[EventType, QuadClass] = {
    EventType.AGREE: QuadClass.VERBAL_COOPERATION,
    EventType.CONSULT: QuadClass.VERBAL_COOPERATION,
    EventType.SUPPORT: QuadClass.VERBAL_COOPERATION,
    EventType.CONCEDE: QuadClass.VERBAL_COOPERATION,
    EventType.COOPERATE: QuadClass.MATERIAL_COOPERATION,
    EventType.AID: QuadClass.MATERIAL_COOPERATION,
    EventType.RETREAT: QuadClass.MATERIAL_COOPERATION,
    EventType.REQUEST: QuadClass.VERBAL_CONFLICT,
    EventType.ACCUSE: QuadClass.VERBAL_CONFLICT,
    EventType.REJECT: QuadClass.VERBAL_CONFLICT,
    EventType.THREATEN: QuadClass.VERBAL_CONFLICT,
    EventType.PROTEST: QuadClass.MATERIAL_CONFLICT,
    EventType.SANCTION: QuadClass.MATERIAL_CONFLICT,
    EventType.MOBILIZE: QuadClass.MATERIAL_CONFLICT,
    EventType.COERCE: QuadClass.MATERIAL_CONFLICT,
    EventType.ASSAULT: QuadClass.MATERIAL_CONFLICT,
}

MODES: dict[EventType, frozenset[str]] = {
    EventType.AGREE: frozenset(),
    EventType.CONSULT: frozenset({"visit", "third-party", "multilateral", "phone"}),
    EventType.SUPPORT: frozenset(),
    EventType.CONCEDE: frozenset(),
    EventType.COOPERATE: frozenset(),
    EventType.AID: frozenset(),
    EventType.RETREAT: frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    EventType.REQUEST: frozenset({"assist", "change", "yield", "meet"}),
    EventType.ACCUSE: frozenset({"disapprove", "investigate", "allege"}),
    EventType.REJECT: frozenset({"assist", "change", "yield", "meet"}),
    EventType.THREATEN: frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    EventType.PROTEST: frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    EventType.SANCTION: frozenset({"convict", "expel", "withdraw", "discontinue"}),
    EventType.MOBILIZE: frozenset({"troops", "weapons", "police", "militia"}),
    EventType.COERCE: frozenset(
        {
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        }
    ),
    EventType.ASSAULT: frozenset(
        {
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        }
    ),
}
"""The modes that a type may carry."""

NEEDS_RECIPIENT = frozenset({EventType.COOPERATE, EventType.AID, EventType.SANCTION})


class Auxiliary(StrEnum):
    """How an event is told: modes that any type may carry."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"


class Context(StrEnum):
    """What an event is about."""

    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    EXECUTIVE = "executive"
    LEGISLATIVE = "legislative"
    ELECTION = "election"
    POLITICAL_INSTITUTIONS = "political_institutions"
    PRO_DEMOCRACY = "pro_democracy"
    PRO_AUTOCRACY = "pro_autocracy"
    ECONOMIC = "economic"
    LEGAL = "legal"
    REPARATIONS = "reparations"
    HUMAN_RIGHTS = "human_rights"
    RIGHTS_FREEDOMS = "rights_freedoms"
    REPRESSION = "repression"
    HUMAN_SECURITY = "human_security"
    GENDER = "gender"
    LGBT = "lgbt"
    RELIGION_ETHNICITY = "religion_ethnicity"
    INEQUALITY = "inequality"
    DIPLOMATIC = "diplomatic"
    TERRITORY = "territory"
    PEACEKEEPING = "peacekeeping"
    HEALTH = "health"
    ASYLUM = "asylum"
    MIGRATION = "migration"
    DISASTERS = "disasters"
    NATURAL_RESOURCE = "natural_resource"
    ENVIRONMENT = "environment"
    TECHNOLOGY = "technology"
    TERRORISM = "terrorism"
    CBRN = "cbrn"
    CYBER = "cyber"
    MISINFORMATION = "misinformation"
    CRIME = "crime"
    CORRUPTION = "corruption"
    ILLEGAL_DRUGS = "illegal_drugs"
    TRAFFICKING = "trafficking"


class Sector(StrEnum):
    """What an actor is."""

    COP = "COP"
    """Police forces, officers, criminal investigative units, protective agencies"""
    GOV = "GOV"
    """Government: the executive, governing parties, coalitions partners, executive divisions"""
    JUD = "JUD"
    """Judiciary: judges, courts"""
    LEG = "LEG"
    """Legislature: parliaments, assemblies, lawmakers"""
    MIL = "MIL"
    """Military: troops, soldiers, all state-military personnel/equipment"""
    PRM = "PRM"
    """Paramilitary organizations not in opposition to government"""
    PTY = "PTY"
    """Political parties"""
    REB = "REB"
    """Rebels: armed opposition groups or individuals"""
    SPY = "SPY"
    """State intelligence services as well intelligence operatives or assets"""
    UAF = "UAF"
    """Unidentified armed forces ("unknown gunmen")"""
    UNK = "UNK"
    """Generic unidentified actors (e.g. actor for "two civilians were killed by a bomb")"""
    AGR = "AGR"
    """formally or informally organized agricultural labor; peasants"""
    BUS = "BUS"
    """business: individuals companies, and enterprises, not including MNCs"""
    CRM = "CRM"
    """individual criminals and criminal gangs"""
    CVL = "CVL"
    """civilians, protesters, activists, and other unarmed domestic entities of none of the groups here"""
    EDU = "EDU"
    """educators, schools, students, or organizations dealing with education"""
    ELI = "ELI"
    """former government officials, also exiled or ousted, and families of (former) officials"""
    JRN = "JRN"
    """journalists, newspapers, radio, television, web sites"""
    LAB = "LAB"
    """formally or informally organized labor in services or manufacturing"""
    MED = "MED"
    """individuals and organizations dealing with health"""
    REF = "REF"
    """refugees and internally displaced persons"""
    OPP = "OPP"
    """political opposition"""
    PRE = "PRE"
    """partially recognized entities, such as breakaway regions, partially recognized states, or disputed territories"""
    REL = "REL"
    """religious organizations and institutions"""
    SOC = "SOC"
    """any organization or movement that is considered part of "civil society" not otherwise covered above"""


NON_STATE_COUNTRIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""Stand in the place of a country for actors that have none."""

INTENSITY: dict[tuple[EventType, str | None], float] = {
    (EventType.AGREE, None): 2.5,
    (EventType.REJECT, None): -2.0,
    (EventType.COERCE, None): -7.0,
    (EventType.CONSULT, None): 2.5,
    (EventType.REJECT, "assist"): -1.5,
    (EventType.COERCE, "seize"): -7.0,
    (EventType.CONSULT, "visit"): 4.0,
    (EventType.REJECT, "change"): -2.0,
    (EventType.COERCE, "restrict"): -7.0,
    (EventType.CONSULT, "third-party"): 1.0,
    (EventType.REJECT, "yield"): -2.0,
    (EventType.COERCE, "censor"): -6.5,
    (EventType.CONSULT, "multilateral"): 4.0,
    (EventType.REJECT, "meet"): -2.0,
    (EventType.COERCE, "curfew"): -6.5,
    (EventType.CONSULT, "phone"): 1.5,
    (EventType.THREATEN, None): -3.5,
    (EventType.COERCE, "martial-law"): -7.5,
    (EventType.SUPPORT, None): 5.0,
    (EventType.THREATEN, "restrict"): -3.0,
    (EventType.COERCE, "arrest"): -7.0,
    (EventType.CONCEDE, None): 4.5,
    (EventType.THREATEN, "arrest"): -3.5,
    (EventType.COERCE, "deport"): -7.0,
    (EventType.COOPERATE, None): 9.5,
    (EventType.THREATEN, "relations"): -3.5,
    (EventType.COERCE, "withhold"): -7.0,
    (EventType.AID, None): 10.0,
    (EventType.THREATEN, "expel"): -3.5,
    (EventType.COERCE, "misinformation"): -6.5,
    (EventType.RETREAT, None): 6.5,
    (EventType.THREATEN, "territory"): -4.0,
    (EventType.COERCE, "cyber"): -7.0,
    (EventType.RETREAT, "withdraw"): 8.0,
    (EventType.THREATEN, "violence"): -3.5,
    (EventType.ASSAULT, None): -9.0,
    (EventType.RETREAT, "release"): 6.5,
    (EventType.PROTEST, None): -5.0,
    (EventType.ASSAULT, "abduct"): -8.5,
    (EventType.RETREAT, "disarm"): 10.0,
    (EventType.PROTEST, "demo"): -5.0,
    (EventType.ASSAULT, "beat"): -7.5,
    (EventType.RETREAT, "ceasefire"): 7.5,
    (EventType.PROTEST, "riot"): -7.0,
    (EventType.ASSAULT, "torture"): -8.5,
    (EventType.RETREAT, "access"): 6.5,
    (EventType.PROTEST, "strike"): -5.0,
    (EventType.ASSAULT, "sexual"): -8.5,
    (EventType.RETREAT, "resign"): 4.5,
    (EventType.PROTEST, "hunger"): -4.5,
    (EventType.ASSAULT, "targeted"): -9.5,
    (EventType.REQUEST, None): 0.0,
    (EventType.PROTEST, "boycott"): -4.5,
    (EventType.ASSAULT, "destroy"): -8.5,
    (EventType.REQUEST, "assist"): 0.5,
    (EventType.PROTEST, "obstruct"): -4.5,
    (EventType.ASSAULT, "primitive"): -8.0,
    (EventType.REQUEST, "change"): -1.0,
    (EventType.SANCTION, None): -6.0,
    (EventType.ASSAULT, "firearms"): -9.0,
    (EventType.REQUEST, "yield"): -1.0,
    (EventType.SANCTION, "convict"): -6.0,
    (EventType.ASSAULT, "explosives"): -9.0,
    (EventType.REQUEST, "meet"): 0.0,
    (EventType.SANCTION, "expel"): -5.5,
    (EventType.ASSAULT, "suicide-attack"): -9.5,
    (EventType.ACCUSE, None): -3.0,
    (EventType.SANCTION, "withdraw"): -6.0,
    (EventType.ASSAULT, "aerial"): -9.5,
    (EventType.ACCUSE, "disapprove"): -2.0,
    (EventType.SANCTION, "discontinue"): -6.0,
    (EventType.ASSAULT, "drone"): -9.5,
    (EventType.ACCUSE, "investigate"): -3.5,
    (EventType.MOBILIZE, None): -5.5,
    (EventType.ASSAULT, "heavy-weapons"): -9.5,
    (EventType.ACCUSE, "allege"): -3.5,
    (EventType.MOBILIZE, "troops"): -6.5,
    (EventType.ASSAULT, "crowd-control"): -7.5,
    (EventType.MOBILIZE, "weapons"): -6.5,
    (EventType.ASSAULT, "unconventional"): -10.0,
    (EventType.MOBILIZE, "police"): -5.5,
    (EventType.MOBILIZE, "militia"): -6.0,
}
"""The manual's conflict-cooperation score of a type, or of a mode of it. ACCUSE: the manual prints +3; by its modes it is -3."""
