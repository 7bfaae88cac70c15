"""What a worker may hold open at once, and in which order.

Three bounds for a stage's worker:

1. At most `size` records are in work.
2. In each partition the newest open offset is less than `span` after the oldest: a crash has at most that many redelivered.
3. Records of one key in one partition go one after another, in the order of their admission.

No deadlock is possible: a record waits only for records admitted before it, and those never wait for it.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from types import TracebackType


class Ticket:
    """A place in the window, entered with `async with`, which waits for its turn among its key's records and frees the place."""

    def __init__(self, window: Window, tp: Hashable, offset: int, previous: Ticket | None, admitted: float) -> None:
        self.tp = tp
        self.offset = offset
        self.admitted = admitted
        self._window = window
        self._previous = previous
        self._passed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def __aenter__(self) -> Ticket:
        if self._previous is not None:
            try:
                await asyncio.shield(self._previous._passed)
            except BaseException:  # cancelled
                self.leave()
                raise
            self._previous = None
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        """Frees the place; for a ticket that is never entered. The next of its key still waits for those before."""
        self._window._free(self)
        if self._previous is not None:
            self._previous._passed.add_done_callback(lambda _: self._pass_on())
        else:
            self._pass_on()

    def _pass_on(self) -> None:
        if not self._passed.done():
            self._passed.set_result(None)

    @property
    def passed(self) -> bool:
        """It and all before it of the same key are done."""
        return self._passed.done()


class Window:
    """Admits records in the order in which `admit` is called. For one event loop."""

    def __init__(self, size: int, span: int, clock: Callable[[], float] = time.monotonic) -> None:
        if size < 1 or span < 1:
            raise ValueError(f"a window of size {size} and span {span} admits nothing; both must be 1 or more")
        self._size = size
        self._span = span
        self._clock = clock
        self._open: dict[Ticket, None] = {}  # in the order of admission
        self._offsets: defaultdict[Hashable, dict[int, int]] = defaultdict(dict)  # tp -> open offset -> tickets of it
        self._last: dict[tuple[Hashable, Hashable], Ticket] = {}  # the newest of each key
        self._admission = asyncio.Lock()  # first come, first served
        self._freed = asyncio.Event()

    @property
    def in_flight(self) -> int:
        """Records that hold a place."""
        return len(self._open)

    @property
    def oldest_open_age_s(self) -> float:
        """Seconds since the oldest open record was admitted; 0 where none is open."""
        oldest = next(iter(self._open), None)
        return 0.0 if oldest is None else self._clock() - oldest.admitted

    async def admit(self, tp: Hashable, offset: int, key: Hashable) -> Ticket:
        """Waits for a place. `key` None: no order. The ticket must be entered, or left with `leave`."""
        async with self._admission:
            while not self._has_place(tp, offset):
                self._freed.clear()
                await self._freed.wait()
            previous = self._last.get((tp, key)) if key is not None else None
            ticket = Ticket(self, tp, offset, None if previous is None or previous.passed else previous, self._clock())
            self._open[ticket] = None
            self._offsets[tp][offset] = self._offsets[tp].get(offset, 0) + 1
            if key is not None:
                self._last[tp, key] = ticket
                ticket._passed.add_done_callback(lambda _: self._unlink((tp, key), ticket))
            return ticket

    def forget(self, tps: Iterable[Hashable]) -> None:
        """These partitions are somebody else's now: what is open of them no longer counts, and may leave whenever it likes."""
        gone = set(tps)
        for ticket in [ticket for ticket in self._open if ticket.tp in gone]:
            self._free(ticket)

    def _has_place(self, tp: Hashable, offset: int) -> bool:
        if len(self._open) >= self._size:
            return False
        opened = self._offsets.get(tp)
        return not opened or offset - min(opened) < self._span

    def _free(self, ticket: Ticket) -> None:
        if ticket not in self._open:  # left already, or forgotten
            return
        del self._open[ticket]
        offsets = self._offsets[ticket.tp]
        offsets[ticket.offset] -= 1
        if not offsets[ticket.offset]:
            del offsets[ticket.offset]
        if not offsets:
            del self._offsets[ticket.tp]
        self._freed.set()

    def _unlink(self, chain: tuple[Hashable, Hashable], ticket: Ticket) -> None:
        if self._last.get(chain) is ticket:
            del self._last[chain]
