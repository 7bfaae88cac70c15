import pytest

from schemas.plover import Auxiliary
from tests.tag.coding import coded, events


@pytest.mark.parametrize(
    "text",
    [
        "Analysts fear that the militants could bomb the dam.",
        "If the talks collapse, the army will shell the town.",
        "Will the rebels attack the port?",
        "The patrol did not attack the camp.",
        "There is a risk of riots in the capital.",
        "Police foiled a plot to bomb the station.",
        "The exercise simulated an attack on the airport.",
        "The minister's remarks could provoke protests.",
        "The ruling might lead to angry riots.",
        "No troops have crossed the border.",
    ],
)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    assert "ASSAULT" not in " ".join(coded(text))
    assert "PROTEST" not in " ".join(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "The striker's attack on the goal was cleared.",
        "The director shot a film in Prague.",
        "The season kicked off on Friday.",
        "He suffered a heart attack.",
    ],
)
def test_figures_of_speech_are_no_events(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru is not likely to attend the talks.",
        "The fleet was not able to deliver aid to the valley.",
        "The army is not likely to withdraw its troops from the valley.",
    ],
)
def test_what_somebody_is_not_able_or_likely_to_do_he_has_not_refused(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Many students are feeling blamed and abandoned.",
        "Am I right to feel hurt?",
        "Chile has not sent troops to fight in Peru.",
        "Rising inequality threatens democracy.",
        "The secretary put Ada Moss in charge of the prisons.",
        "The film was directed by Lea Ross.",
    ],
)
def test_what_is_felt_denied_or_nobody_s_deed_is_no_event(text: str) -> None:
    assert coded(text) == []


def test_who_is_not_going_to_do_it_refuses() -> None:
    assert coded("The group is not going to release the hostages.") == ["REJECT/yield"]


def test_what_is_told_as_known_survives_a_speech_act() -> None:
    assert "ASSAULT" in coded("The bishop condemned the attack on the school.")


def test_announced_cooperation_is_agreement_for_the_future() -> None:
    (event,) = events("Japan will send food to the valley next week.")
    assert (event.type.value, event.auxiliary) == ("AGREE", [Auxiliary.FUTURE])


def test_announced_violence_is_a_threat() -> None:
    assert coded("The warlord said his fighters would attack the capital.") == ["THREATEN/violence"]


def test_what_lies_years_back_is_history() -> None:
    (event,) = events("In 1994 soldiers massacred 300 villagers.")
    assert event.auxiliary == [Auxiliary.HISTORICAL]


@pytest.mark.parametrize(
    "text",
    [
        "The missing pilot is believed to have been shot by rebels.",
        "The senator was asked whether guards had slept before the Darra massacre.",
        "The raids drove farmers to attack a police post.",
    ],
)
def test_what_is_said_in_passing_to_have_happened_is_told(text: str) -> None:
    assert "ASSAULT" in " ".join(coded(text))


@pytest.mark.parametrize("text", ["Fighting could resume in the valley.", "The shelling may start again."])
def test_a_noun_before_a_modal_is_only_possible(text: str) -> None:
    assert coded(text) == []


def test_a_short_modal_is_a_modal() -> None:
    assert coded("They'll shell the town, the warlord said.") == ["THREATEN/violence"]


def test_had_before_the_subject_makes_a_condition() -> None:
    assert coded("Had the talks failed, the union would have called a strike.") == []


def test_a_condition_that_begins_with_the_trigger_itself_is_none_the_less_one() -> None:
    assert coded("Should you want to attack the base, call the minister.") == coded("Should facilities not reopen, strike.") == []


def test_the_score_of_a_match_tells_of_sport() -> None:
    assert coded("Darra attacked from the start and beat Berun 3-1.") == []


def test_a_blockade_that_civilians_say_they_would_make_is_a_threat() -> None:
    assert coded("The farmers said they would blockade the port.") == ["THREATEN/restrict"]


@pytest.mark.parametrize(
    "text", ["The envoy is to visit Lima on Friday.", "President to visit Lima next week", "Berun to host the two ministers"]
)
def test_what_is_to_be_is_announced(text: str) -> None:
    assert [(event.type.value, event.auxiliary) for event in events(text)] == [("CONSULT", [Auxiliary.FUTURE])]


@pytest.mark.parametrize(
    "text",
    [
        "The goal is to kidnap the envoy.",
        "The goal, however, is to kidnap the envoy.",
        "The villagers are not going to be deported.",
        "Experts to treat the wounded are rare.",
        "An attack on the convoy could delay the harvest.",
    ],
)
def test_an_aim_is_not_announced(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The fishermen all showed up to meet the governor.", "CONSULT"),
        ("He is the third editor to be jailed this year.", "COERCE/arrest"),
        ("Two nuns are believed to be held hostage in the hills.", "ASSAULT/abduct"),
        ("He stayed abroad to avoid a trial over the kidnapping of two bankers.", "ASSAULT/abduct"),
    ],
)
def test_what_stands_behind_to_may_be_told_as_done(text: str, event: str) -> None:
    assert event in coded(text)


def test_what_is_known_may_be_discussed() -> None:
    assert "ASSAULT" in coded("They discussed the war in the valley.")
    assert coded("They discussed a raid on the camp.") == []


def test_a_deal_with_somebody_is_no_figure_of_speech() -> None:
    assert "AGREE" in coded("The banker struck a deal with prosecutors.")
    assert coded("The clerk had to deal with letters.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The decision to expel the envoy angered the bishop.", ["SANCTION"]),
        ("There was no decision to expel the envoy.", []),
        ("The envoy flew to Lima last week to meet the bishop.", ["CONSULT"]),
        ("The envoy will fly to Lima to meet the bishop.", ["AGREE"]),
        ("Rebels are trying to overthrow the king.", ["ASSAULT"]),
        ("Envoys are trying to reach a deal.", []),
        ("He dumped sand on the roof to protest the new law.", ["PROTEST"]),
        ("Miners have the right to protest the new law.", []),
        ("Hunger prompted the rebels to free nine hostages.", ["RETREAT"]),
        ("She'd been arrested in May.", ["COERCE"]),
        ("She'd arrest the mayor.", []),
        ("The attack on the mosque could not be explained.", ["ASSAULT"]),
        ("The attack on the mosque could come at dawn.", []),
        ("The king's withdrawal from the treaty may cost him votes.", ["SANCTION", "AGREE"]),
        ("Why was the convoy bombed?", ["ASSAULT"]),
        ("Why would the army bomb the convoy?", []),
        ("The town marked the anniversary of the massacre.", ["ASSAULT"]),
    ],
)
def test_what_is_told_as_done(text: str, told: list[str]) -> None:
    assert [event.split("/")[0] for event in coded(text)] == told


def test_what_somebody_is_used_as_opens_no_clause() -> None:
    assert coded("The pilots were used as a tool by the kingdom to blackmail its neighbour.") == ["THREATEN"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("No fewer than nine guards were killed by rebels.", "ASSAULT"),
        ("The ruling provoked protests in the capital.", "PROTEST/demo"),
        ("The mayor may leave, and students staged protests in the capital.", "PROTEST/demo"),
        ("Kenya and Oman signed an agreement on Friday.", "AGREE"),
        ("The junta released nine prisoners on Friday.", "RETREAT/release"),
    ],
)
def test_what_happened_beside_such_words_is_an_event(text: str, event: str) -> None:
    assert coded(text) == [event]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dockers walked off the job, halting copper exports.", "COOPERATE"),
        ("Kenya said it would cancel two air services agreements with Oman.", "AGREE"),
        ("The union released 10 million euros in emergency aid for the island, its president said.", "RETREAT"),
    ],
)
def test_what_is_ended_or_paid_is_neither_done_nor_set_free(text: str, kind: str) -> None:
    assert kind not in " ".join(coded(text))


def test_a_day_does_not_part_a_vote_from_what_was_voted() -> None:
    assert "AGREE" in coded("Dockers voted on Monday to accept a pay deal.")


def test_a_meeting_with_its_day_is_a_meeting_to_come() -> None:
    (event,) = events("The premier will meet union leaders in Lima next week.")
    assert (event.type.value, event.auxiliary) == ("CONSULT", [Auxiliary.FUTURE])


def test_a_meeting_without_is_promised() -> None:
    assert coded("The premier will meet union leaders.") == ["AGREE"]


def test_what_is_cut_is_not_given() -> None:
    assert "SUPPORT" not in coded("The kingdom has cut its support for the guild by half.")


def test_what_is_prevented_did_not_happen() -> None:
    assert "PROTEST" not in " ".join(coded("Police used batons to stop teachers from marching on the palace."))


def test_a_refusal_beside_the_main_verb_does_not_take_it_in() -> None:
    assert "COERCE/arrest" in coded("A man who beat a grocer for refusing to sell him bread has been jailed for nine years.")


def test_a_day_is_no_name() -> None:
    assert coded("The bakery sold 300 loaves on Monday.") == []


def test_what_is_vowed_not_to_be_done_is_promised() -> None:
    assert coded("The presidents promised on Thursday not to use force.") == ["AGREE"]


def test_a_demand_to_nobody_is_one() -> None:
    assert "REQUEST/change" in coded("The league called for a ban on heavy lorries near schools.")


def test_violence_on_a_condition_is_threatened() -> None:
    assert "THREATEN/violence" in coded("A rebel said the captives would be killed if the army came near.")


@pytest.mark.parametrize(
    "text",
    [
        "The committee meets every Tuesday.",
        "The author accuses no one.",
        "There was no sign of violence.",
        "The looming attack worried aid workers.",
        "She is an expert on sanctions.",
        "The exhibition explores protest and memory.",
    ],
)
def test_habits_and_what_is_only_spoken_of_are_no_events(text: str) -> None:
    assert coded(text) == []


def test_violence_that_comes_again_and_again_is_one() -> None:
    assert coded("Rebels attack the village every night.") == ["ASSAULT"]


def test_what_a_vote_decides_is_done() -> None:
    assert coded("Councillors voted 9-4 to back the treaty.") == ["SUPPORT"]


def test_violence_that_was_planned_has_not_happened() -> None:
    assert coded("He planned to murder an officer.") == []


def test_what_no_one_suffers_has_not_happened() -> None:
    assert [event.type.value for event in events("No one has been arrested.")] == []
    assert [event.type.value for event in events("No-one was detained after the vote.")] == []
    assert [event.type.value for event in events("No one doubts that troops killed nine men.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "The plot was found before anyone was hurt by the bomb.",
        "A bill that would punish ransoms with nine years in jail is before the senate.",
        "Its priorities are freeing the hostages.",
    ],
)
def test_what_is_meant_held_out_or_averted_is_not_told(text: str) -> None:
    assert coded(text) == []


def test_a_journey_is_announced_where_its_month_is_named() -> None:
    assert [(e.type.value, e.auxiliary) for e in events("The pope will visit Lebanon in May.")] == [("CONSULT", [Auxiliary.FUTURE])]


def test_what_befalls_who_is_convicted_has_not_happened() -> None:
    assert not events("He faces up to twelve years if convicted of treason.")


def test_charges_that_are_dropped_accuse_nobody() -> None:
    assert "ACCUSE" not in {event.type.value for event in events("The charges against him were dropped on Monday.")}


def test_nobody_was_ever_paid_to_protest() -> None:
    assert not events("None of its members has ever received money to organise protests.")


def test_what_is_done_to_nothing_is_not_done() -> None:
    assert not events("The finance chief threatened no job cuts.")
    assert [event.type.value for event in events("Gunmen killed no fewer than nine guards in Gulu.")] == ["ASSAULT"]


@pytest.mark.parametrize("text", ["No group has said it was behind the violence.", "No officer said the guards had beaten him."])
def test_what_nobody_says_is_not_told(text: str) -> None:
    assert "ACCUSE/allege" not in coded(text)
    assert "ASSAULT/beat" not in coded(text)


def test_attacks_that_are_planned_are_none_yet_and_marches_are_announced() -> None:
    assert coded("Guards arrested eight men suspected of planning attacks on two churches.") == ["COERCE/arrest"]
    assert coded("Rebels were preparing an assault on the town.") == []
    assert coded("Nurses planned to march in Lima on Friday.") == ["PROTEST/demo"]


def test_an_accord_that_is_revoked_is_none() -> None:
    assert coded("The junta revoked an accord with Peru.") == ["SANCTION/discontinue"]


def test_what_a_bill_is_about_did_not_happen() -> None:
    assert coded("Lawmakers debated a bill on foreign funding in Tbilisi.") == ["CONSULT"]


def test_what_a_reward_is_for_did_not_happen() -> None:
    assert coded("The premier offered a reward of 10,000 dollars for the arrest of the gang's leader.") == ["AGREE"]


def test_the_largest_in_a_decade_is_no_history() -> None:
    told = events("Police held the mayor on Sunday, and thousands marched in the largest protests in a decade.")
    assert not any(Auxiliary.HISTORICAL in event.auxiliary for event in told)


def test_what_is_waited_for_has_not_happened() -> None:
    assert "RETREAT/release" not in coded("The premier said the crossing would stay shut until Minsk freed the editor.")
    assert "RETREAT/release" in coded("The crossing stayed shut until Minsk freed the editor.")
