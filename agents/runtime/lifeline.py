"""Ties a process to the one that started it, so that nothing outlives a parent that was killed."""

from __future__ import annotations

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1  # linux/prctl.h
_libc = ctypes.CDLL(None, use_errno=True)  # loaded here: a child that was just forked must not load anything


def end_with(parent: int, number: signal.Signals) -> None:
    """The kernel sends `number` to this process when the thread that started it ends. Raises OSError.

    Ends the process at once where `parent` is gone already.
    """
    if _libc.prctl(PR_SET_PDEATHSIG, number) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_PDEATHSIG) failed")
    if os.getppid() != parent:  # it was gone before the kernel knew
        os._exit(0)
