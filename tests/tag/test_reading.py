from agents.tag.explain import explain


def rules(text: str) -> list[str]:
    return [finding.rule for finding in explain(text).findings if finding.reason is None]


def test_an_ing_word_after_article_and_adjective_is_a_noun() -> None:
    assert rules("A jury heard the case of the fatal shooting of a baker.") == ["ASSAULT/shooting"]
