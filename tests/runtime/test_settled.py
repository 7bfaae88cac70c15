import random

import pytest

from agents.runtime.settled import Settled, TooScattered


def test_what_is_done_in_order_is_an_offset_alone():
    settled = Settled()
    for offset in range(5):
        settled.add(offset)
    assert (settled.offset, settled.text) == (5, "")


def test_what_is_done_out_of_order_is_kept_as_ranges_until_the_gap_closes():
    settled = Settled(10)
    for offset in (12, 14, 13, 20):
        settled.add(offset)
    assert (settled.offset, settled.text) == (10, "12-14,20")
    settled.add(10)
    settled.add(11)
    assert (settled.offset, settled.text) == (15, "20")


def test_any_order_of_any_offsets_ends_the_same_and_survives_its_text():
    chance = random.Random(7)
    for _ in range(200):
        done = {chance.randrange(40) for _ in range(chance.randrange(40))}
        settled = Settled()
        for offset in chance.sample(sorted(done), len(done)):
            settled.add(offset)
            settled = Settled.parse(settled.offset, settled.text)
        assert {offset for offset in range(45) if offset in settled} == done


def test_what_retention_removed_counts_as_done():
    settled = Settled.parse(2, "4-6,9")
    settled.start(5)
    assert (settled.offset, settled.text) == (7, "9")


def test_too_many_gaps_are_told():
    settled = Settled(0, [[offset, offset] for offset in range(2, 4000, 2)])
    with pytest.raises(TooScattered):
        _ = settled.text


def test_a_foreign_text_is_refused():
    with pytest.raises(ValueError, match="invalid literal"):
        Settled.parse(1, "somebody else's")
