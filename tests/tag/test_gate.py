from agents.tag.explain import explain

FILLER = "The museum opens at nine. Children like the old ships. A guide explains the maps. "


def test_a_lone_weak_word_in_a_long_article_is_not_believed() -> None:
    text = FILLER * 4 + "There was some criticism of the lighting."
    findings = [finding for finding in explain(text).findings if finding.text.startswith("criticism")]
    assert explain(text).events == []
    assert "unlikely in running news" in str(findings[0].reason)


def test_violence_is_believed_in_a_long_article() -> None:
    text = "Gunmen killed nine people in a market in Kano on Monday. " + FILLER * 4
    assert [event.type.value for event in explain(text).events] == ["ASSAULT"]
