"""The progress of a filter: on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Display


class Progress:
    """Counts lines, and shows them with their rate.

    Nothing is shown where standard output is a terminal as well: the records themselves show how it goes, and would be torn up.
    """

    def __init__(self, title: str) -> None:
        self._passed = self._rejected = self._failed = 0
        self._display = _display(title) if sys.stderr.isatty() and not sys.stdout.isatty() else None

    def __enter__(self) -> Self:
        if self._display is not None:
            self._display.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._display is not None:
            self._display.stop()

    def passed(self) -> None:
        self._passed += 1
        self._update()

    def rejected(self) -> None:
        self._rejected += 1
        self._update()

    def failed(self) -> None:
        self._failed += 1
        self._update()

    def say(self, text: str) -> None:
        """One line on standard error, above the progress."""
        line = "".join(character if character.isprintable() else " " for character in text)  # it may quote a stranger's page
        if self._display is None:
            print(line, file=sys.stderr, flush=True)
        else:
            self._display.console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)

    def _update(self) -> None:
        if self._display is not None:
            task = self._display.tasks[0].id
            self._display.update(
                task, completed=self._passed + self._rejected + self._failed, rejected=self._rejected, failed=self._failed
            )


def _display(title: str) -> Display:
    from rich.console import Console
    from rich.progress import Progress as Display
    from rich.progress import ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed or 0:,.0f}/s")

    display = Display(
        SpinnerColumn(),
        TextColumn("{task.description}  {task.completed:,} lines"),
        Rate(),
        TextColumn("{task.fields[rejected]:,} rejected  {task.fields[failed]:,} failed"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
    )
    display.add_task(title, total=None, rejected=0, failed=0)
    return display
