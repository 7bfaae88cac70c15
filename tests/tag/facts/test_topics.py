from agents.tag.facts.contexts import contexts_of
from agents.tag.facts.topics import topics_of
from schemas.event import TopicScheme
from schemas.plover import Context

ARTICLE = (
    "Police arrested two suspects after the robbery of a bank in the old town. Prosecutors said the men, both with criminal "
    "records, will stand trial in June. A judge ordered them detained."
)


def test_an_article_on_a_robbery_is_about_crime():
    topics = topics_of("Two held after bank robbery", ARTICLE)
    assert topics[0].id == "medtop:02000000"
    assert "medtop:20000129" in [topic.id for topic in topics]


def test_the_second_level_comes_only_below_a_chosen_top():
    topics = [topic.id for topic in topics_of("", ARTICLE) if topic.scheme is TopicScheme.IPTC]
    assert not [topic for topic in topics if topic == "medtop:20000574"]


def test_contexts_are_topics_of_their_own_scheme():
    topics = topics_of("Two held after bank robbery", ARTICLE)
    assert "crime" in [topic.id for topic in topics if topic.scheme is TopicScheme.PLOVER_CONTEXT]


def test_other_languages_have_the_top_level():
    topics = topics_of("", "Le gouvernement et le président du parlement ont annoncé une élection.", "fr-FR")
    assert topics[0].id == "medtop:11000000"


def test_a_language_without_seed_words_has_no_topics():
    assert topics_of("Uutiset", "Hallitus erosi.", "fi") == []


def test_the_words_of_a_clause_tell_its_contexts():
    assert Context.MIGRATION in contexts_of("around 40 migrants were detained")
    assert Context.TERRORISM in contexts_of("a suicide bomber struck the market")
    assert Context.CYBER in contexts_of("hackers stole data from the ministry")
    assert contexts_of("it was a quiet afternoon") == []


def test_some_modes_bring_their_context():
    assert contexts_of("they crippled the port", "cyber") == [Context.CYBER]
    assert contexts_of("hackers crippled the port", "cyber") == [Context.CYBER]
