"""Who acts and who suffers where the grammar of a sentence alone tells."""

from __future__ import annotations

import pytest

from tests.tag.coding import events


def parties(text: str, kind: str) -> tuple[list[str], list[str]]:
    """Who and whom of the first event of a type."""
    event = next(event for event in events(text) if event.type == kind)
    return [party.text for party in event.actors], [party.text for party in event.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("The harbour union accused the army of killing three divers.", "ASSAULT", ["army"], ["three divers"]),
        (
            "The ministry accused Peru of bombing a clinic, killing four nurses.",
            "ASSAULT",
            ["Peru"],
            ["clinic", "four nurses"],
        ),
        ("Police arrested a baker for stabbing his wife.", "ASSAULT", ["baker"], ["wife"]),
        ("Police arrested Tom Moss on charges of killing his wife.", "ASSAULT", ["Tom Moss"], ["wife"]),
        ("The league criticised the government for detaining two editors.", "COERCE", ["government"], ["two editors"]),
        ("The president thanked Turkey for releasing the pilots.", "RETREAT", ["Turkey"], ["pilots"]),
        ("The army was accused by the opposition of killing three divers.", "ASSAULT", ["army"], ["three divers"]),
        ('"They burned it," said Amina Yusuf, accusing soldiers of looting her shop.', "ACCUSE", ["Amina Yusuf"], ["soldiers"]),
        ("The arrest of the mayor sparked protests in Lima.", "PROTEST", [], []),
        ("The United States accused Iran of arming rebels, a charge Tehran denies.", "REJECT", ["Tehran"], ["United States"]),
        ("Mali expelled the envoy, a move Paris called shameful.", "ACCUSE", ["Paris"], ["Mali"]),
        ("The army shelled the town, an attack the United Nations condemned.", "ACCUSE", ["United Nations"], ["army"]),
        ("The army shelled the town, an attack the United Nations condemned.", "ASSAULT", ["army"], ["town"]),
        ("The premier denied reports by Peru that he had fled.", "REJECT", ["premier"], ["Peru"]),
        ("Rebels said they had downed a jet near Kidal, a claim the army denied.", "REJECT", ["army"], ["Rebels"]),
        ("Iran test-fired a missile on Sunday, drawing condemnation from Peru.", "ACCUSE", ["Peru"], ["Iran"]),
        ("The launch drew condemnation from Peru.", "ACCUSE", ["Peru"], []),
        ("Peru recalled its envoy, a step welcomed by students.", "SANCTION", ["Peru"], []),
        ("The premier rejected accusations that her government had put pressure on the judges.", "REJECT", ["premier"], []),
        ("Prosecutors in Milan placed the minister under investigation.", "ACCUSE", ["Prosecutors"], ["minister"]),
        (
            "Damascus reacted harshly to the bombing of militias in the north on Thursday by Peru's air force.",
            "ASSAULT",
            ["Peru's air force"],
            ["militias"],
        ),
        (
            "An appeals court upheld the acquittal of a banker charged with ordering the murder of a clerk.",
            "REQUEST",
            ["banker"],
            ["clerk"],
        ),
        ("The arrest of the mayor sparked protests by students.", "COERCE", [], ["mayor"]),
        ("A school was hit by gunfire near Lima, killing two nuns.", "ASSAULT", [], ["school", "two nuns"]),
        ("Protests spread across the island, with police arresting 200 people.", "PROTEST", [], []),
        ("The hunger strike went on despite appeals from the bishop.", "REQUEST", ["bishop"], []),
        ("The army arrested three miners after the attack.", "ASSAULT", [], []),
        ("Nine weavers died in a Turkish air strike on a mill.", "ASSAULT", ["Turkish"], ["mill"]),
        ("Dozens were wounded in Russian shelling of a market.", "ASSAULT", ["Russian"], ["Dozens"]),
        ("An Israeli strike killed two porters.", "ASSAULT", ["Israeli"], ["two porters"]),
        ("The army said a medic was killed when an Israeli strike hit a post.", "ASSAULT", ["Israeli"], ["medic", "post"]),
        ("A baker died of wounds that he suffered in a bombing.", "ASSAULT", [], ["baker"]),
        ("Nine men, among them a nurse, were hurt in three grenade attacks.", "ASSAULT", [], ["nurse", "Nine men"]),
        ("A schoolboy and a watchman sustained injuries in one of the attacks.", "ASSAULT", [], ["schoolboy", "watchman"]),
        ("Shops closed as fighting raged.", "ASSAULT", [], []),
        ("Residents fled as fighting continued.", "ASSAULT", [], ["Residents"]),
        ("Lawmakers approved three judges put forward by the king.", "REQUEST", ["king"], ["three judges"]),
        ("A bus hit by rockets caught fire.", "ASSAULT", [], ["bus"]),
        ("Dockers went on strike in support of forty sailors.", "PROTEST", ["Dockers"], []),
        ("Police dispersed protesting students with tear gas.", "PROTEST", ["students"], []),
        ("Striking miners blocked a road.", "PROTEST", ["miners"], []),
        ("China summoned the Japanese ambassador over remarks about Taiwan.", "ACCUSE", ["China"], ["Japanese"]),
        ("The premier was heckled by farmers during a visit to Sligo.", "CONSULT", ["premier"], ["Sligo"]),
        ("Residents woke to gunfire near the barracks.", "ASSAULT", [], ["barracks"]),
        ("The king spoke after fighting between herders left nine nuns dead.", "ASSAULT", ["herders"], ["nine nuns"]),
        (
            "The rebels accused the army of violating the truce by shelling their positions in South Kordofan.",
            "ASSAULT",
            ["army"],
            ["positions"],
        ),
        ("The mayor condemned the killing of a boy, who was stabbed.", "ASSAULT", [], ["boy"]),
        ("The king rejected claims that he had poisoned a monk.", "REJECT", ["king"], []),
        ("The bishop urged the army and coca growers to resume talks.", "REQUEST", ["bishop"], ["army", "coca growers"]),
        ("Soldiers burned their houses and stole their cattle.", "ASSAULT", ["Soldiers"], ["houses"]),
        ("Peru will deliver air defence systems to Chile.", "AGREE", ["Peru"], ["Chile"]),
        ("Hackers stole data from a shipyard in Busan.", "COERCE", ["Hackers"], ["shipyard"]),
        ('Troops were ambushed by "terrorist groups" near the mill.', "ASSAULT", ["terrorist groups"], ["Troops"]),
        ("The raid left two guards wounded, the mayor, Abel Moss, told reporters.", "ASSAULT", [], ["two guards"]),
        ("Peru brought home nine soldiers, many of them wounded.", "RETREAT", ["Peru"], ["nine soldiers"]),
        ("Senators who questioned the banker had cited him for contempt.", "SANCTION", ["Senators"], ["him"]),
        ("Peru deported her last week in exchange for a fugitive.", "COERCE", ["Peru"], ["her"]),
        ("Congress voted on Thursday to remove the president.", "SANCTION", ["Congress"], ["president"]),
        ("Peru carried out air strikes in support of Chilean troops.", "ASSAULT", ["Peru"], []),
        ("The bandits set homes on fire.", "ASSAULT", ["bandits"], ["homes"]),
        ("A tribunal spoke of a crackdown that killed as many as 1,400 students.", "ASSAULT", [], ["1,400 students"]),
        ("Russia welcomed the deal, while Iran warned against it.", "SUPPORT", ["Russia"], []),
        ("Natan dismissed it as a witch hunt and accused the police of lying.", "ACCUSE", ["Natan"], ["police"]),
        ("Monks criticised the raid, and dozens of nuns picketed the ministry.", "ACCUSE", ["Monks"], []),
        ("The government agreed to boost security on roads where robbers killed a nun.", "AGREE", ["government"], []),
        ("Talks brokered by the Catholic Church broke down.", "REJECT", [], []),
        ("Peru blamed the Coalition of Patriots for Change, which denied it.", "REJECT", ["Coalition of Patriots for Change"], []),
        ("Three miners were detained after the riot.", "PROTEST", [], []),
        ("The army arrested three miners after the attack on a mosque.", "ASSAULT", [], ["mosque"]),
        ("Three miners were evacuated after the shelling.", "ASSAULT", [], ["Three miners"]),
        ("In an interview before his arrest, Tom Moss denied it.", "COERCE", [], ["Tom Moss"]),
        ("The junta of Mali extended the state of emergency by six months.", "COERCE", ["junta of Mali"], []),
        ("The premier declared a state of emergency and sent soldiers into two prisons.", "COERCE", ["premier"], []),
        ("The client, who was held without charge, denies it.", "COERCE", [], ["client"]),
        ("A miner had to be airlifted to hospital after the blast.", "AID", [], ["miner"]),
        ("The mayor called on supporters to gather outside the court.", "REQUEST", ["mayor"], ["supporters"]),
        ("The junta banned women from parks, a measure condemned by Oslo.", "ACCUSE", ["Oslo"], ["junta"]),
        ("The EU imposed sanctions on six firms that it accuses of spying.", "ACCUSE", ["EU"], ["six firms"]),
        ("The premier dismissed a report accusing the army of torture.", "ACCUSE", [], ["army"]),
        ("Asmara denounced the raid.", "ACCUSE", ["Asmara"], []),
        ("Relatives of more than two dozen editors have been arrested in Lima.", "COERCE", [], ["Relatives"]),
        ("The mother of a soldier killed in Kidal was detained after she held up a sign.", "COERCE", [], ["mother"]),
        ("The navy freed the crew of a tanker that had been hijacked by pirates.", "ASSAULT", ["pirates"], []),
        ("Turks began a hunger strike over Sweden's decision to send them back to Peru.", "COERCE", ["Sweden"], ["Peru"]),
        ("Police arrested eight people after an explosion damaged a canal.", "ASSAULT", [], []),
        ("Guards clashed with miners who had blocked the road, leaving nine hurt.", "PROTEST", ["miners"], []),
        ("The court told Peru to pay a judge who was suspended for criticising it.", "SANCTION", [], ["judge"]),
        ("He insulted the parents of a captain who was killed in Quito.", "ASSAULT", [], ["captain"]),
        (
            "Washington imposed sanctions on two colonels for their role in massacres in Gulu.",
            "ASSAULT",
            [],
            ["Gulu"],
        ),
        ("Miners reached a deal with the firm on Thursday, lifting a blockade of the mine.", "CONCEDE", ["Miners"], []),
        ("The premier was impeached by parliament on Monday.", "SANCTION", ["parliament"], ["premier"]),
        ("Mali executed a monk convicted of spying for Peru, drawing condemnation from Oslo.", "ACCUSE", ["Oslo"], ["Mali"]),
        (
            "A court in Lima fined Hotel Aurora two million soles for failing to pay its nurses.",
            "SANCTION",
            ["court"],
            ["Hotel Aurora"],
        ),
        ("Iraqi forces fired live rounds to clear protests in Basra.", "PROTEST", [], []),
        ("The food agency suspended deliveries because of looting.", "ASSAULT", [], []),
        ("The general said that troops had retaken the town after three days of fighting.", "ASSAULT", ["troops"], ["town"]),
        ("Police detained marchers at a rally against the jailing of Tom Moss.", "COERCE", ["Police"], ["marchers"]),
        ("Jets struck a depot in Erbil in retaliation for a bomb attack on a ministry in Ankara.", "ASSAULT", ["Jets"], ["depot"]),
        ("The island suffered a spate of attacks over the summer.", "ASSAULT", [], []),
        ("Police probed the deadly bomb blast that ripped through a church.", "ASSAULT", [], ["church"]),
    ],
)
def test_who_is_accused_did_it(text: str, kind: str, who: list[str], whom: list[str]) -> None:
    assert parties(text, kind) == (who, whom)


@pytest.mark.parametrize(
    ("text", "kind", "who", "whom"),
    [
        ("A man suspected of stabbing two guards was arrested.", "COERCE", [], ["man"]),
        ("A colonel accused of shelling a village was jailed by a military court.", "COERCE", ["military court"], ["colonel"]),
        ("The man who killed two guards was arrested.", "COERCE", [], ["man"]),
        ("The soldiers that shot the students were jailed by a court in Lima.", "COERCE", ["court"], ["soldiers"]),
        ("Rebels who attacked the camp were killed by troops.", "ASSAULT", ["troops"], ["Rebels"]),
        ("The priest whom gunmen kidnapped was freed.", "ASSAULT", ["gunmen"], ["priest"]),
        ("The priest whom gunmen kidnapped was freed.", "RETREAT", [], ["priest"]),
        (
            "A farmer who admitted to having plotted to kill a guard and attack a bank in support of a sect was jailed on Monday.",
            "COERCE",
            [],
            ["farmer"],
        ),
        (
            "Police officers, responding to reports that a boy had vandalised cars, soon arrested Paul Floyd.",
            "COERCE",
            ["Police officers"],
            ["Paul Floyd"],
        ),
        ("Officers responding to a call about a fight shot a man with a pipe.", "ASSAULT", ["Officers"], ["man"]),
        ("Villagers fleeing the fighting were attacked by herders.", "ASSAULT", ["herders"], ["Villagers"]),
        ("About 200 supporters of former President Tom Moss blocked roads.", "PROTEST", ["200 supporters"], []),
        (
            "Residents of Kherson who had come home after Russian troops withdrew were killed by mines.",
            "ASSAULT",
            [],
            ["Residents"],
        ),
        ("The minister said that 14 officers had been dismissed for taking bribes.", "SANCTION", [], ["14 officers"]),
        ("Soldiers loyal to the king shot two clerks.", "ASSAULT", ["Soldiers"], ["two clerks"]),
        ("The premier urged donors to fund a force against gangs.", "REQUEST", ["premier"], ["donors"]),
        ("A militia behind a string of attacks targeting Peruvian troops condemned the bombing.", "ACCUSE", ["militia"], []),
        ("Ten people were killed and dozens more injured in attacks in Bavaria.", "ASSAULT", [], ["Ten people", "dozens"]),
    ],
)
def test_what_a_clause_tells_of_a_subject_is_no_party_of_its_verb(text: str, kind: str, who: list[str], whom: list[str]) -> None:
    assert parties(text, kind) == (who, whom)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The mayor of Lima was detained.", ["mayor"]),
        ("Women in the village of Bala were beaten by soldiers.", ["Women"]),
        ("Two sons of the governor of Kaduna were kidnapped on the road to Abuja.", ["Two sons"]),
        ("The leader of Ethiopia's Tigray region was arrested.", ["leader"]),
        ("Dozens of nuns were kidnapped near Bala.", ["nuns"]),
    ],
)
def test_whose_somebody_is_does_not_suffer(text: str, whom: list[str]) -> None:
    assert [party.text for party in events(text)[0].recipients] == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Rebels attacked a clinic in the town of Bala.", ["clinic"]),
        ("Rebels fired dozens of rockets at a Peruvian base.", ["Peruvian base"]),
        ("Rebels beat supporters of the opposition candidate Tom Moss.", ["supporters"]),
        ("Rebels attacked a Christmas market near the church.", ["Christmas market"]),
        ("Nov. 10, 2016 Peru expelled two envoys.", ["two envoys"]),
    ],
)
def test_a_town_is_no_victim_beside_what_was_hit(text: str, whom: list[str]) -> None:
    event = events(text)[0]
    assert [party.text for party in event.recipients] == whom
    assert [party.text for party in event.actors] in (["Rebels"], ["Peru"])


def test_a_weapon_tells_no_attack() -> None:
    assert all(event.type != "ASSAULT" for event in events("He bought an assault rifle in Lima."))


def test_what_opens_a_sentence_is_not_done_by_who_speaks() -> None:
    assert all(not event.actors for event in events("In the wake of protests over the vote, Ross said the premier was calm."))


def test_nobody_and_a_crowd() -> None:
    assert parties("No group has claimed responsibility for the bombing in Lahore.", "ASSAULT")[0] == []
    assert parties("The attack, the deadliest in years, left 60 people dead.", "ASSAULT")[0] == []
    assert parties("A group of masked men stormed a courthouse.", "ASSAULT")[0] == ["masked men"]
    assert parties("Villagers were forced from their homes by advancing rebels.", "COERCE")[0] == ["rebels"]
    assert parties("Under pressure from Peru, Chile withdrew from the pact.", "SANCTION") == (["Chile"], [])


@pytest.mark.parametrize(
    "text",
    [
        "A man suspected of robbery was arrested.",
        "Police arrested nine men at a market in Kano.",
        "Guards arrested two activists near a football stadium.",
        "Prosecutors charged the governor with fraud outside a theatre.",
    ],
)
def test_what_says_where_or_of_what_takes_no_event_away(text: str) -> None:
    assert {event.type for event in events(text)} & {"COERCE", "ACCUSE"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The archbishop of Kinshasa urged the army to stay out of politics.", "COD"),
        ("Prosecutors in Milan charged three bankers with fraud.", "ITA"),
        ("Bangladeshi garment workers marched on the ministry.", "BGD"),
        ("Kharkiv police detained three smugglers.", "UKR"),
        ("Hundreds of Tunisians marched to the ministry.", "TUN"),
        ("Supporters of Lima's mayor attacked a guard.", None),
    ],
)
def test_a_place_beside_a_party_tells_its_country(text: str, country: str | None) -> None:
    assert events(text)[0].actors[0].country == country


def test_a_place_where_it_happens_tells_no_country() -> None:
    assert events("Police arrested two tourists in Bali.")[0].recipients[0].country is None


def test_nobody_does_to_himself_what_is_done_to_him() -> None:
    told = events("Farmers blocked roads in Punjab. Police used water cannon to disperse them.")
    assert next(party.name for event in told if event.mode == "crowd-control" for party in event.recipients) == "Farmers"


def test_targets_are_hit() -> None:
    assert [event.type for event in events("Peru struck targets in southern Chile overnight.")] == ["ASSAULT"]


def test_those_whom_a_clash_left_injured_belong_to_it() -> None:
    (clash,) = events("Police clashed with miners in Cusco, leaving one dead and 11 officers injured.")
    assert {kind.value: count.value for kind, count in clash.counts.items()} == {"dead": 1, "injured": 11}
    assert [party.text for party in clash.recipients] == ["miners", "11 officers"]


def test_nobody_is_named_twice() -> None:
    (event,) = events("Politicians from the Law and Justice party dismissed the judgment as political.")
    names = [(party.start, party.end) for party in event.actors]
    assert not any(a != b and a[0] <= b[0] and b[1] <= a[1] for a in names for b in names)
