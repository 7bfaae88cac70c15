import dataclasses

from agents.tag import gate, lexicon
from agents.tag.circumstances import Facts
from agents.tag.document import read
from agents.tag.events import tellings_of
from agents.tag.explain import explain
from agents.tag.facts.counts import find_counts
from agents.tag.facts.dates import find_dates
from agents.tag.facts.names import find_actors
from agents.tag.facts.places import find_places
from agents.tag.gate_features import Kind, Matter, Surroundings, features, surroundings
from agents.tag.merge import Candidate
from schemas.plover import EventType

FILLER = "The museum opens at nine. Children like the old ships. A guide explains the maps. "
BOMBING = (
    "A bomb killed nine people in Kano on Monday. Gunmen shot two officers near the market. The blast wounded forty shoppers. "
    "Soldiers found the attackers' car. "
)
TALKS = (
    "Norway criticised Sweden over the new tariff. Sweden rejected the criticism. Denmark praised the Swedish government. "
    "The Norwegian prime minister met his Swedish counterpart in Oslo. "
)


def judged(text: str) -> tuple[list[Candidate], Surroundings]:
    document = read(text)
    places = find_places(text)
    facts = Facts(places, find_dates(text), find_counts(text), find_actors(text, places))
    candidates = tellings_of(document, facts, lexicon.load()).candidates
    return candidates, surroundings(candidates, document.sentences)


def told(text: str, word: str, kind: Kind = Kind.VIOLENCE) -> dict[str, float]:
    """The features of the candidate with this word as its trigger."""
    candidates, around = judged(text)
    found = next(candidate for candidate in candidates if candidate.trigger.text == word)
    return dict(features(found, kind, around))


def test_a_lone_weak_word_in_a_long_article_is_not_believed() -> None:
    text = FILLER * 4 + "There was some criticism of the lighting."
    findings = [finding for finding in explain(text).findings if finding.text.startswith("criticism")]
    assert explain(text).events == []
    assert "unlikely in running news" in str(findings[0].reason)


def test_violence_is_believed_in_a_long_article() -> None:
    text = "Gunmen killed nine people in a market in Kano on Monday. " + FILLER * 4
    assert [event.type.value for event in explain(text).events] == ["ASSAULT"]


def test_what_an_article_is_about() -> None:
    assert judged(BOMBING + FILLER)[1].matter is Matter.VIOLENCE
    assert judged(TALKS + FILLER)[1].matter is Matter.PEACE
    assert judged(TALKS + FILLER + "A bomb killed nine people in Kano.")[1].matter is Matter.MIXED
    assert judged("Norway criticised Sweden. " + FILLER * 4)[1].matter is Matter.LITTLE


def test_attacks_named_without_verb_or_victims_make_no_report_of_violence() -> None:
    assert judged(BOMBING + FILLER)[1].report
    assert not judged("The attack was discussed. He recalled the bombing. " + FILLER)[1].report


def threshold(text: str, word: str) -> float:
    """What the candidate with this word as its trigger must pass."""
    candidates, around = judged(text)
    return gate.load().threshold(next(candidate for candidate in candidates if candidate.trigger.text == word), around)


def test_politics_needs_less_where_it_is_the_matter_than_beside_a_bombing() -> None:
    text = "The United States condemned the government of Mali. "
    assert threshold(TALKS * 2 + FILLER * 2 + text, "condemned") < threshold(BOMBING * 2 + FILLER * 2 + text, "condemned")


def test_the_opening_and_a_short_article_tell_news_where_somebody_named_acts() -> None:
    named, unnamed = "Marta Kellin condemned the vote. ", "It was condemned at once. "
    long, short, first = BOMBING * 2 + FILLER * 2, BOMBING + FILLER, "The museum opens at nine. "
    news, beside = threshold(first + named + long, "condemned"), threshold(long + named, "condemned")
    assert news < beside
    assert threshold(short + named, "condemned") == news
    assert threshold(first + unnamed + long, "condemned") == threshold(short + unnamed, "condemned") == beside
    assert threshold(unnamed + long, "condemned") == news


def test_an_attack_with_its_victims_number_is_believed_wherever_a_verb_tells_it() -> None:
    counted, uncounted = "Guards killed four farmers. ", "Guards killed farmers. "
    for story in (FILLER * 4, BOMBING * 2):
        assert threshold(counted + story, "killed") < threshold(uncounted + story, "killed")


def test_an_attack_is_touched_on_in_passing() -> None:
    assert told("Markets were slow to respond to the bombing.", "bombing")["violence passing"]
    assert told("Robbery and bombings shook the city.", "bombings")["violence passing"]
    assert not told("The bombing in Kano was discussed.", "bombing")["violence passing"]


def test_an_attack_named_again_and_again_tells_less_unless_it_says_where() -> None:
    again = "The bombing was near. People heard the bombing. He spoke of the bombing. "
    assert told("The bombing was near.", "bombing")["violence again"] == 0
    candidates, around = judged(again + "She saw the bombing. The bombing in Kano was large.")
    values = [dict(features(candidate, Kind.VIOLENCE, around))["violence again"] for candidate in candidates]
    assert values[3] > 0
    assert values[4] == 0


def test_what_the_opening_tells_is_likely_told_again() -> None:
    praise = "Denmark praised the Swedish government. "
    assert told(TALKS + FILLER + "Sweden condemned the tariff.", "condemned", Kind.OTHER)["other opens"]
    assert not told(praise + FILLER + "Sweden condemned the tariff.", "condemned", Kind.OTHER)["other opens"]
    assert not told(praise + FILLER, "praised", Kind.OTHER)["other opens"]  # by itself alone
    assert told("Finland praised Norway. " + praise + FILLER, "praised", Kind.OTHER)["other opens"]


def test_somebody_named_is_somebody_known_or_not() -> None:
    assert told("Marta Kellin condemned the vote. " + FILLER, "condemned", Kind.OTHER)["other somebody"]
    assert not told("It was condemned at once. " + FILLER, "condemned", Kind.OTHER)["other somebody"]


def test_less_is_asked_of_what_reads_like_news_throughout() -> None:
    news = "".join(f"The minister said that police arrested {n} students in Mali. " for n in range(3, 12))
    around = judged(news)[1]
    assert around.news
    assert not dataclasses.replace(around, quoted=0.0).news
    assert not dataclasses.replace(around, addressed=0.5).news
    candidate = judged(news)[0][0]
    assert gate.load().threshold(candidate, around) < gate.load().threshold(candidate, dataclasses.replace(around, dense=0.1))


def test_a_guide_for_readers_tells_no_news() -> None:
    guide = (
        "You can capture what you like. Your query returns its plan before execution. If you hit a limit, you can raise it. " * 4
    )
    around = judged(guide)[1]
    assert around.addressed > judged(BOMBING + FILLER)[1].addressed
    assert explain(guide).events == []


def test_a_brief_is_believed_unless_nothing_in_it_is_news() -> None:
    assert [event.type.value for event in explain("Rebels shot down a helicopter near Kano, officials said.").events] == ["ASSAULT"]
    assert explain("Charge the phone overnight. Capture the moment with its camera. It takes a hit without a scratch.").events == []
    assert [event.type.value for event in explain("The colonel was jailed for treason. The trial took a month.").events][:1] == [
        "COERCE"
    ]


def test_in_an_article_of_peace_an_attack_is_judged_like_all_else() -> None:
    candidates, around = judged(TALKS * 2 + FILLER + "Gunmen killed a mayor.")
    attack = next(candidate for candidate in candidates if candidate.type is EventType.ASSAULT)
    assert gate.load().kind(attack, around) is Kind.OTHER
    candidates, around = judged(BOMBING + FILLER)
    assert gate.load().kind(candidates[0], around) is Kind.VIOLENCE
