import pytest

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
    assert topics_of("Albisteak", "Gobernuak dimisioa eman du.", "eu") == []


@pytest.mark.parametrize(
    ("language", "text", "top"),
    [
        ("de", "Die Gewerkschaft ruft die Beschäftigten am Freitag zum Warnstreik auf.", "medtop:09000000"),
        ("es", "Las lluvias y el granizo bajaron la temperatura a cuatro grados.", "medtop:17000000"),
        ("fr", "Les élèves du lycée ont passé leur examen de français.", "medtop:05000000"),
        ("pl", "Biskup odprawił mszę w kościele dla pielgrzymów.", "medtop:12000000"),
        ("ru", "Учёные запустили спутник и новый телескоп.", "medtop:13000000"),
        ("ar", "أعلنت النقابة إضراب العمال احتجاجا على تأخر الرواتب", "medtop:09000000"),
        ("fa", "پلیس دو متهم را بازداشت کرد و دادگاه فردا برگزار می‌شود", "medtop:02000000"),
        ("hi", "बाढ़ और भूस्खलन के बाद बचाव दल मौके पर पहुंचा", "medtop:03000000"),
        ("ja", "地震の後に津波が発生し、住民が避難した。", "medtop:03000000"),
        ("ko", "노조는 임금 협상이 결렬되자 파업에 들어갔다.", "medtop:09000000"),
        ("sv", "Regeringen och oppositionen möts i riksdagen.", "medtop:11000000"),
        ("fi", "Poliisi pidätti kaksi epäiltyä ryöstöstä.", "medtop:02000000"),
        ("cs", "Nemocnice přijala desítky pacientů s novým virem.", "medtop:07000000"),
        ("el", "Η πυροσβεστική έσβησε την πυρκαγιά.", "medtop:03000000"),
        ("vi", "Bệnh viện tiếp nhận hàng chục bệnh nhân ngộ độc.", "medtop:07000000"),
        ("id", "Polisi menangkap dua tersangka perampokan.", "medtop:02000000"),
    ],
)
def test_each_language_knows_the_words_of_each_top(language: str, text: str, top: str):
    assert topics_of("", text, language)[0].id == top


def test_a_word_of_the_headline_and_the_text_is_enough_where_nothing_weighs_more():
    brief = "The kindergarten opens at seven. Six places are free."
    assert [topic.id for topic in topics_of("New kindergarten in Sallow Street", brief)] == ["medtop:05000000"]
    assert topics_of("New house in Sallow Street", brief) == []


def test_the_words_of_a_clause_tell_its_contexts():
    assert Context.MIGRATION in contexts_of("around 40 migrants were detained")
    assert Context.TERRORISM in contexts_of("a suicide bomber struck the market")
    assert Context.CYBER in contexts_of("hackers stole data from the ministry")
    assert contexts_of("it was a quiet afternoon") == []


def test_some_modes_bring_their_context():
    assert contexts_of("they crippled the port", "cyber") == [Context.CYBER]
    assert contexts_of("hackers crippled the port", "cyber") == [Context.CYBER]
