import asyncio

from agents.commands.children import _lines


async def test_a_line_over_the_limit_comes_in_pieces_and_the_copying_goes_on():
    stream = asyncio.StreamReader(limit=16)
    stream.feed_data(b"before\n" + b"x" * 50 + b"\nafter\nlast")
    stream.feed_eof()
    lines = [line async for line in _lines(stream)]
    assert b"".join(lines) == b"before\n" + b"x" * 50 + b"\nafter\nlast"
    assert lines[0] == b"before\n"
    assert lines[-2:] == [b"after\n", b"last"]
