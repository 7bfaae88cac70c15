"""Deaths in crashes, fires, floods and outbreaks: whatever verb tells them, nobody did it to anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agents.tag.document import Document, Sentence
from agents.tag.figurative import subject_before
from agents.tag.lexicon import Lexicon
from agents.tag.triggers import Trigger
from agents.tag.word_sets import word_set
from agents.tag.words import Tag, words
from schemas.plover import EventType

_ASSAULT = EventType.ASSAULT

_HARM = frozenset({"killing", "deaths by violence", "wounding", "injury", "cut down and battered"})
"""Groups whose words say that somebody came to harm, and not by whom."""
_DEEDS = words("murder slay massacre slaughter assassination genocide homicide manslaughter slaying")
"""Of their words, those that always name a deed."""
_CRASHES = words(
    "plunged plunges plunge overturned overturns overturning derailed derails derailing capsized capsizes capsizing "
    "collided collides collision collisions crashed crashes crash crashing veered skidded swerved careered toppled drowned "
    "drown drowns drowning suffocated electrocuted stampede avalanche mudslide mudslides landslip carbon-monoxide pile-up "
    "pileup sank sinking collapsed collapses accident accidents mishap mishaps blaze blazes inferno outbreak cholera ebola "
    "measles heatwave lightning tragedy derailment disaster"
)
_VEHICLES = words(
    "tram trams train trains bus buses coach lorry lorries truck trucks car cars van vans motorcycle motorbike taxi ferry "
    "ship boat vessel minibus tanker trailer tractor ambulance motorist driver"
)
_RUN_INTO = words("hit strike slam ram plough plow crush smash")
"""What vehicles do to people by accident, first words of the rules' lemmas."""
_VIOLENCE = words(
    "shot shots shooting shootings gunfire gunman gunmen gunned attack attacks attacked attackers attacker assault bomb "
    "bombs bombed bombing bombings blast blasts explosion explosions exploded exploding explosives detonated shell shells "
    "shelling shelled mortar mortars strike strikes airstrike airstrikes air-strike raid raids raided stabbed stabbing "
    "knife knifed clash clashes clashed fighting battle war murder murdered murders massacre assassinated assassination "
    "executed execution drone drones missile missiles rocket rockets grenade mine landmine militants militant rebels rebel "
    "insurgents jihadists terrorist terrorists terror arson arsonist arsonists torched deliberately hostage hostages "
    "kidnappers beheaded troops soldiers offensive violence crackdown ambush ambushed suicide sabotage hijacked hijackers "
    "persecution"
)
_EXPLOSIONS = words("explosion explosions blast blasts exploded exploding explodes")
_MADE = _VIOLENCE - _EXPLOSIONS - words("explosives strike strikes fighting battle mine")
_LEAKS = word_set(
    [
        *(
            "gas explosion",
            "gas explosions",
            "gas blast",
            "gas leak",
            "gas cylinder",
            "gas cylinders",
            "gas canister",
            "gas bottle",
            "gas pipe",
            "gas main",
            "cooking gas",
        ),
        *("gas tank", "boiler", "boilers", "stove", "cooker", "short circuit", "faulty", "fireworks", "firework", "fumes"),
        *("methane", "firedamp", "dust", "chemicals", "overheated", "transformer", "pressure cooker"),
    ]
)
"""What explodes by itself."""
_WOUNDS = words("wounds wound injuries injury gunshot bullet stab burns torture beatings beating shrapnel blows poisoning")
_UNMEANT = words("accidental unintentional")
_ARTICLES = words("a an the their his her two")
_NOUN = 3
"""Words of a noun phrase in which the vehicle stands."""
_FIRES = words(
    "a the house factory forest hotel hospital warehouse market dormitory school kitchen electrical apartment flat "
    "nightclub mine bush camp cell hostel"
)
"""Before "fire": something burnt, nobody fired."""


def mishap(trigger: Trigger, document: Document, lexicon: Lexicon) -> str | None:
    """The word by which an accident or a disease did what the trigger tells, or None where somebody may have done it."""
    if trigger.type is not _ASSAULT:
        return None
    if word := _meant_by_nobody(trigger) or _blown_up(trigger, document):
        return word
    if not _VIOLENCE.isdisjoint(trigger.sentence.words):
        return None
    if trigger.group.name not in _HARM:
        return _run_into(trigger)
    if trigger.pattern.lemma in _DEEDS:
        return None
    sentence = trigger.sentence
    if illness := _died_of(trigger):
        return illness
    if word := _accident(sentence.words, lexicon) or _by_vehicle(trigger) or _vehicle_moves(sentence.words):
        return word
    if _has_a_doer(trigger):
        return None
    beside = [document.title.lower().split()]
    beside += [other.words for other in _beside(sentence, document.sentences) if _VIOLENCE.isdisjoint(other.words)]
    if not _VIOLENCE.isdisjoint(beside[0]):
        return None
    return next((word for lower in beside if (word := _accident(lower, lexicon))), None)


def _meant_by_nobody(trigger: Trigger) -> str | None:
    """The word before that says so of a shot: "an accidental gunshot wound"."""
    before = trigger.sentence.words[max(0, trigger.first - _NOUN) : trigger.first]
    return next((word for word in before if word in _UNMEANT), None) if trigger.group.mode == "firearms" else None


def _blown_up(trigger: Trigger, document: Document) -> str | None:
    """What exploded by itself, where the sentences around tell of an explosion and of nobody who made it: a gas leak."""
    sentence = trigger.sentence
    around = [sentence, *_beside(sentence, document.sentences)]
    if _EXPLOSIONS.isdisjoint(sentence.words) or any(not _MADE.isdisjoint(other.words) for other in around):
        return None
    if trigger.group.name not in _HARM and trigger.group.mode != "explosives":
        return None
    return next((phrase for other in around if (phrase := _LEAKS.find(other.words))), None)


def _died_of(trigger: Trigger) -> str | None:
    """What somebody died of, where it is no wound: "died of hantavirus"."""
    if trigger.pattern.lemma not in ("die", "perish"):
        return None
    cause, *rest = [*trigger.sentence.words[trigger.last + 1 : trigger.last + 5], ""]
    return None if cause not in ("of", "from") or not _WOUNDS.isdisjoint(rest) else rest[0]


def _run_into(trigger: Trigger) -> str | None:
    reading = trigger.reading
    if reading is None or trigger.pattern.lemma.split()[0] not in _RUN_INTO:
        return None
    if reading.passive:
        return _by_vehicle(trigger)
    agent = subject_before(trigger.sentence.tokens, reading.start)
    return agent[-1].lower if agent and agent[-1].lower in _VEHICLES else None


def _vehicle_moves(lower: Sequence[str]) -> str | None:
    """The vehicle that does something in a clause of time: "was killed when a truck turned right"."""
    for i, word in enumerate(lower):
        if word in ("when", "after", "as") and i + 1 < len(lower) and lower[i + 1] in _ARTICLES:
            vehicle = next((noun for noun in lower[i + 2 : i + 2 + _NOUN] if noun in _VEHICLES), None)
            if vehicle is not None:
                return vehicle
    return None


def _by_vehicle(trigger: Trigger) -> str | None:
    """The vehicle that stands behind a passive: "killed by a train"."""
    if trigger.reading is None or not trigger.reading.passive:
        return None
    lower = trigger.sentence.words[trigger.last + 1 : trigger.last + 5]
    return next((word for word in lower[1:] if word in _VEHICLES), None) if lower[:1] == ["by"] else None


def _beside(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterable[Sentence]:
    """The sentences before and after."""
    return [sentences[i] for i in (sentence.index - 1, sentence.index + 1) if 0 <= i < len(sentences)]


def _accident(lower: Sequence[str], lexicon: Lexicon) -> str | None:
    classes = lexicon.classes
    for known in (_CRASHES, classes["accident"].single, classes["nature"].single):
        if found := known.intersection(lower):
            return min(found)
    fire = next((i for i, word in enumerate(lower) if word == "fire" and i and lower[i - 1] in _FIRES), None)
    return "fire" if fire is not None else None


def _has_a_doer(trigger: Trigger) -> bool:
    """Whether the sentence says who did it: a subject of an active verb, or "by"."""
    reading = trigger.reading
    if reading is None:
        return False
    after = trigger.sentence.tokens[trigger.last + 1 : trigger.last + 2]
    if reading.passive:
        return bool(after) and after[0].lower == "by"
    return not trigger.group.subject_is_recipient and any(
        token.tag in (Tag.NAME, Tag.WORD, Tag.PRONOUN) for token in trigger.sentence.tokens[: reading.start]
    )
