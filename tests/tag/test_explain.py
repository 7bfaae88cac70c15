from agents.tag.explain import explain


def reasons(text: str) -> dict[str, str | None]:
    return {finding.text: finding.reason for finding in explain(text).findings}


def test_it_says_what_fired_and_what_a_speech_act_took_in() -> None:
    assert reasons("The general threatened to arrest the mayor.") == {"threatened to": None, "arrest": "content of 'threatened to'"}


def test_it_says_why_a_word_was_left_out() -> None:
    assert "floods" in str(reasons("Six people died in floods.")["died"])
