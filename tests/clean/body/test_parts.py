"""The parts of the filter that need no model: choice, copies, paragraphs, names, words, trees, data in scripts."""

from __future__ import annotations

from time import process_time

import numpy as np
import orjson
import pytest

from agents.clean.body.assemble import paragraphs
from agents.clean.body.choice import choose
from agents.clean.body.copies import copies
from agents.clean.body.embedded import embedded_page
from agents.clean.body.names import NameScores, element_words
from agents.clean.body.trees import Trees
from agents.clean.body.words import WordScores, features, phrase, tokens
from tests.clean.samples import outline_of


def kept(probability: list[float], words: list[float]) -> list[bool]:
    return choose(np.array(probability), np.array(words)).keep.tolist()


def test_a_doubtful_block_is_kept_where_little_else_is_sure() -> None:
    assert kept([0.45, 0.4], [50, 50]) == [True, True]


def test_a_doubtful_block_is_dropped_beside_much_that_is_sure() -> None:
    assert kept([0.95, 0.45, 0.95], [500, 20, 500]) == [True, False, True]


def test_expected_f1_is_one_where_all_is_certain() -> None:
    assert choose(np.array([1.0, 0.0]), np.array([40.0, 10.0])).expected_f1 == 1.0


PASSAGE = "The ferry left the harbour an hour late because nobody had found the captain"


REST = "Its passengers waited on the quay, and some of them, who had come early for a good seat, began to sing to keep warm" * 2


def dropped(texts: list[str], probability: list[float], entries: tuple[int, ...] = ()) -> set[int]:
    return copies(texts, probability, [place in entries for place in range(len(texts))])


def test_the_less_likely_copy_of_a_passage_goes() -> None:
    assert dropped([PASSAGE, REST, PASSAGE], [0.6, 0.9, 0.9]) == {0}


def test_a_pull_quote_goes() -> None:
    assert dropped([f"A sailor said: {PASSAGE}, or so it seems.", f"“{PASSAGE}”", REST], [0.9, 0.9, 0.9]) == {1}


def test_short_lines_may_recur() -> None:
    assert dropped(["Nobody came.", "A story.", "Nobody came."], [0.9, 0.9, 0.9]) == set()


def test_a_passage_that_differs_in_a_word_is_no_copy() -> None:
    assert dropped([PASSAGE, REST, PASSAGE.replace("harbour", "northern harbour")], [0.9, 0.9, 0.9]) == set()


def test_items_of_lists_recur_unless_the_whole_story_does() -> None:
    assert dropped([PASSAGE, REST, PASSAGE], [0.9, 0.9, 0.9], entries=(0, 2)) == set()
    assert dropped([PASSAGE, REST, PASSAGE, REST], [0.9, 0.9, 0.9, 0.9], entries=(0, 2)) == {2, 3}


def assembled(html: str) -> list[str]:
    outline = outline_of(html)
    return paragraphs(outline, [i for i, text in enumerate(outline.texts) if text != "Advertisement"])


def test_a_sentence_parted_by_an_advert_is_put_together() -> None:
    assert assembled("<p>The mayor said</p><div>Advertisement</div><p>that the bridge would open.</p><p>It did.") == [
        "The mayor said that the bridge would open.",
        "It did.",
    ]


def test_a_danda_ends_a_sentence() -> None:
    assert assembled("<p>पुल सोमवार से बंद है।</p><p>mia</p>") == ["पुल सोमवार से बंद है।", "mia"]


def test_list_items_and_headings_stay_lines_of_their_own() -> None:
    assert assembled("<h2>What to bring</h2><ul><li>boots</li><li>a map</li></ul>") == ["What to bring", "boots", "a map"]


def test_names_are_split_into_words_and_generated_ones_dropped() -> None:
    assert element_words("div", " articleBody css-1x2y3z") == {".articlebody", "article", "body"}
    assert element_words("p", "") == {"<p"}


def test_names_score_by_where_they_stand() -> None:
    score = NameScores({"body": (1.0, 2.0, 0.5, 0.0), "<p": (0.25, 0.0, 0.0, 0.0)})
    outline = outline_of("<div class=body><p>Text</p></div>")
    scores = score(outline)
    leaf = outline.leaf[0]
    assert (scores.weights[leaf][0], scores.weights[outline.parents[leaf]][1], scores.path[leaf]) == (0.25, 2.0, 0.5)


def test_short_lines_score_by_their_words() -> None:
    score = WordScores({"newsletter": -3.0, "#2": -1.0}, bias=0.5)
    texts = ["Our newsletter", "Rain"]
    assert score(texts, tokens(texts)) == [-3.5, 0.5]


def test_a_tree_answers_its_questions() -> None:
    trees = Trees(["a", "b"], [[0, 1]], [[0.5, 0.5]], [[0.0, 10.0, -10.0, 0.0]], 0.0)
    probability = trees({"a": np.array([0.0, 1.0, 0.0]), "b": np.array([0.0, 0.0, 1.0])})
    assert np.round(probability, 2).tolist() == [0.5, 1.0, 0.0]


def test_trees_that_share_questions_answer_as_each_alone() -> None:
    rng = np.random.default_rng(7)
    questions, thresholds = rng.integers(0, 3, (300, 4)), rng.integers(0, 3, (300, 4)) / 2
    leaves, columns = rng.normal(size=(300, 16)).astype(np.float32), rng.random((3, 9)).astype(np.float32) * 2
    odds = Trees(["a", "b", "c"], questions, thresholds, leaves, 0.25).odds(columns)
    for block, values in enumerate(columns.T):
        asked = zip(questions, thresholds, leaves, strict=True)
        alone = [
            leaf[sum((values[column] > limit) << bit for bit, (column, limit) in enumerate(zip(q, t, strict=True)))]
            for q, t, leaf in asked
        ]
        assert odds[block] == pytest.approx(0.25 + sum(map(float, alone)))


def test_text_in_a_state_script_makes_a_page() -> None:
    prose = "The council voted for the plan on Monday, after a debate that went on until midnight."
    html = f'<script>window.__STATE__ = {{"story": {{"kind": "x", "body": ["{prose}", "short"]}}}};</script>'
    assert embedded_page(html) == f"<article><p>{prose}</p></article>"


@pytest.mark.parametrize(
    "prose",
    [
        "<p>The council voted for the plan on Monday, after a debate that went on until midnight.</p>",
        "町議会は月曜日、深夜まで続いた議論の末にこの計画を可決した。反対したのは三人だけで、町長は来年の春に工事を始めると述べた。住民の多くは歓迎している。",
    ],
    ids=["markup", "no spaces"],
)
def test_prose_in_a_state_script_may_end_in_markup_or_have_no_spaces(prose: str) -> None:
    assert prose in embedded_page(f'<script>window.__STATE__ = {{"story": {{"body": "{prose}"}}}};</script>')


def test_broken_state_is_no_page() -> None:
    assert embedded_page('<script type="application/json">{"body": "The council voted</script>') == ""


WEIGHTS = {
    "rain": 0.25, "0": 0.5, "#2": 1.0, "#3": 1.5, "^rain": 2.0, "$0": 4.0, "~rain": 8.0, "#long1": 16.0, "#0": 32.0, "!©": 64.0,
    "^" + phrase(["rain", "0"]): 128.0, "=" + phrase(["rain", "0"]): 256.0, "~" + phrase(["rain", "0"]): 512.0,
}  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Rain", "Rain 7", "Rain fell.", "rain 7 rain", "©", "…", "", "Rain 12 " + "and " * 14, "港" * 200]
)
def test_a_block_scores_the_sum_of_its_features(text: str) -> None:
    [words] = tokens([text])
    expected = 0.125 + sum(WEIGHTS.get(feature, 0.0) for feature in features(text, words))
    assert WordScores(WEIGHTS, bias=0.125)([text], [words]) == [expected]


def test_captions_and_related_stories_in_data_are_no_text() -> None:
    story = "The council voted for the plan on Monday, after a debate that went on until midnight."
    other = "Ferries to the islands are cancelled for a third day, and nobody knows when they will sail again."
    data = f'{{"body": "{story}", "image": {{"caption": "{other}"}}, "relatedStories": [{{"summary": "{other}"}}]}}'
    assert embedded_page(f'<script type="application/json">{data}</script>') == f"<article><p>{story}</p></article>"


def test_the_arguments_in_a_cache_s_key_say_nothing_of_what_it_holds() -> None:
    story = "The council of Aldermoor voted nine to four on Tuesday to keep its last library open."
    key = 'body({"customContents":[{"type":"newsletter"}]})'
    data = orjson.dumps({key: story, f"{key}.relatedNewsletters": "Our editors send you the week in long reads, every Friday."})
    assert embedded_page(f'<script type="application/json">{data.decode()}</script>') == f"<article><p>{story}</p></article>"


def test_scripts_without_an_end_cost_no_second_look() -> None:
    started = process_time()
    assert embedded_page("<p>Text" + "<script x='" * 100_000) == ""
    assert embedded_page("<script>" * 100_000) == ""
    assert process_time() - started < 1
