"""What has been computed once is not computed again, and what is kept is bounded."""

from agents.tag.memory import Memory


def test_a_value_is_computed_once() -> None:
    asked: list[str] = []
    lengths = Memory(lambda word: asked.append(word) or len(word), 10)

    assert [lengths[word] for word in ("town", "city", "town")] == [4, 4, 4]
    assert asked == ["town", "city"]


def test_a_full_memory_begins_anew() -> None:
    lengths = Memory(len, 2)
    for word in ("town", "city", "village"):
        assert lengths[word] == len(word)

    assert lengths == {"village": 7}


def test_what_is_not_kept_is_computed_anew() -> None:
    lengths = Memory(len, 10, longest=4)

    assert [lengths[word] for word in ("town", "village")] == [4, 7]
    assert lengths == {"town": 4}
