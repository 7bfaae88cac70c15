"""How far `publish` came with each file, on disk, so that a run that was cut off can be taken up again.

Each line is one file's state: its path, size and time of change, and which of its pages are on the topic. A file that has
changed since is another file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from agents.runtime.settled import Settled

FOLDER = "eventwire/publish"


def journal_path(*about: object) -> Path:
    """Where the journal of a run stands: of one that is about the same things, the same."""
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / FOLDER / f"{hashlib.sha256(repr(about).encode()).hexdigest()[:16]}.jsonl"


def identity(file: Path) -> list[Any]:
    """Raises OSError."""
    told = file.stat()
    return [str(file.absolute()), told.st_size, told.st_mtime_ns]


class Journal:
    """`resumes`: what an earlier run wrote is taken up; else it is forgotten. Raises OSError where it can't be written."""

    def __init__(self, path: Path, resumes: bool) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._done: dict[tuple[Any, ...], Settled] = {}
        if resumes and path.exists():
            for line in path.read_bytes().splitlines():
                self._take(line)
        self._file = path.open("ab" if resumes else "wb")
        self._changed: set[tuple[Any, ...]] = set()

    def _take(self, line: bytes) -> None:
        try:
            *file, offset, ranges = orjson.loads(line)
            self._done[tuple(file)] = Settled(offset, ranges)
        except (orjson.JSONDecodeError, ValueError):
            return  # the last line of a run that was killed while it wrote: those pages go out again

    def is_done(self, file: Sequence[Any], number: int) -> bool:
        """Whether the file's page of that number, from 0, stands on the topic (or never will)."""
        settled = self._done.get(tuple(file))
        return settled is not None and number in settled

    def settle(self, file: Sequence[Any], number: int) -> None:
        key = tuple(file)
        self._done.setdefault(key, Settled()).add(number)
        self._changed.add(key)

    def write(self) -> None:
        """Puts what has changed on disk."""
        lines = [orjson.dumps([*key, self._done[key].offset, self._done[key].ranges]) for key in self._changed]
        self._file.write(b"".join(line + b"\n" for line in lines))
        self._file.flush()
        self._changed.clear()

    def close(self) -> None:
        self.write()
        self._file.close()
