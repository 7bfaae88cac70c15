from agents.commands.ledger import Ledger
from agents.runtime.message import Message
from agents.runtime.publisher import RawRecord, json_form
from schemas import topics
from schemas.base import Record
from schemas.topics import Topic
from tests.embedded import article, dead_letter, page, rejected, tagged

ONE, TWO = "https://x.example/1", "https://x.example/2"


def message(topic: Topic, record: Record | RawRecord, offset: int = 0) -> Message:
    if isinstance(record, RawRecord):
        return Message(record.value, record.key, record.headers, topic=topic.name, offset=offset)
    return Message(record.to_json(), b"key", topic=topic.name, offset=offset)


def ledger(*messages: Message) -> Ledger:
    kept = Ledger()
    for taken in messages:
        kept.take(taken)
    return kept


def raw(url: str, offset: int = 0) -> Message:
    return message(topics.RAW_PAGES, json_form(page(url)), offset)


def problems(*messages: Message) -> list[tuple[str, str]]:
    return [(problem.name, problem.problem) for problem in ledger(*messages).problems()]


def test_it_closes_when_each_page_and_article_has_one_outcome():
    outcomes = [
        message(topics.ARTICLES, article(ONE)),
        message(topics.EVENTS, tagged(url=ONE)),
        message(topics.REJECTED, rejected(TWO)),
    ]
    assert problems(raw(ONE), raw(TWO, 1), *outcomes) == []


def test_records_may_come_in_any_order():
    kept = ledger(message(topics.EVENTS, tagged(url=ONE)), message(topics.ARTICLES, article(ONE)), raw(ONE))
    assert (kept.problems(), kept.open_bytes, kept.settled) == ([], 0, 1)


def test_a_page_without_outcome_is_named():
    assert problems(raw(ONE)) == [(ONE, "the page has no outcome")]


def test_an_article_without_outcome_is_named():
    assert problems(raw(ONE), message(topics.ARTICLES, article(ONE))) == [(ONE, "the article has no outcome")]


def test_two_outcomes_of_a_page_are_named():
    twice = [message(topics.REJECTED, rejected(ONE)), message(topics.DEAD_LETTERS, dead_letter(page(ONE).to_json()))]
    assert problems(raw(ONE), *twice) == [(ONE, "the page ended as dead letter and as rejected")]


def test_an_outcome_of_no_page_is_named():
    assert problems(message(topics.REJECTED, rejected(ONE))) == [(page(ONE).page_id, "an outcome of no page")]


def test_copies_count_once():
    kept = ledger(raw(ONE), raw(ONE, 1), *[message(topics.REJECTED, rejected(ONE))] * 3)
    assert (kept.inputs, kept.raw_records, kept.page_outcomes("rejected"), kept.problems()) == (1, 2, 1, [])


def test_what_can_not_be_read_is_known_by_where_it_stands():
    broken = RawRecord(b"https://x.example/", b"{")
    assert problems(message(topics.RAW_PAGES, broken, 7), message(topics.DEAD_LETTERS, dead_letter(b"{", 7))) == []
    assert len(problems(message(topics.RAW_PAGES, broken, 7), message(topics.DEAD_LETTERS, dead_letter(b"{", 8)))) == 2


def test_a_dead_article_settles_its_page():
    dead = dead_letter(article(ONE).to_json(), topic=topics.ARTICLES)
    assert problems(raw(ONE), message(topics.ARTICLES, article(ONE)), message(topics.DEAD_LETTERS, dead)) == []


def test_open_bytes_are_those_of_pages_still_on_their_way():
    kept = ledger(raw(ONE), message(topics.ARTICLES, article(ONE)))
    assert kept.open_bytes == kept.raw_bytes > 0
    kept.take(message(topics.EVENTS, tagged(url=ONE)))
    assert kept.open_bytes == 0
