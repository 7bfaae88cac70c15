"""This machine: versions, clock, memory, disk, open files, and what listens on the workers' ports."""

from __future__ import annotations

import ctypes
import http.client
import os
import platform
import resource
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import orjson

from agents.form import form
from agents.runtime.checks.finding import Finding, fault, ok, warning
from agents.settings import Settings

PACKAGES = ("eventwire", "faust-streaming", "aiokafka", "confluent-kafka", "orjson", "pydantic")
FREE_BYTES = 1 << 30
"""A worker keeps nothing on disk but its logs; below this the machine itself is in trouble soon."""
OPEN_FILES = 1024
"""A worker needs some 100, and one for each connection to a broker."""
PARENT_BYTES = 300 << 20
"""Of a worker's own process, measured: 120 MB, and the records in flight."""
ANSWER_S, ANSWER_BYTES = 2.0, 4096
_CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
_UNSYNCHRONISED = 5
"""TIME_ERROR of adjtimex(2)."""


class _Timex(ctypes.Structure):
    # adjtimex(2): `modes` first; all else is only written by the kernel.
    _fields_ = [("modes", ctypes.c_uint), ("rest", ctypes.c_char * 252)]


def look(settings: Settings, ports: Mapping[str, int]) -> Iterator[Finding]:
    """`ports`: stage -> where its worker answers, 0 for none."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield ok("versions", f"Python {platform.python_version()}, {packages}; {form()}")
    yield _clock(_clock_state())
    yield _memory(settings, _memory_bytes())
    yield _disk(shutil.disk_usage(tempfile.gettempdir()).free)
    yield _open_files(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    for stage, port in ports.items():
        if port:
            yield _port(stage, settings.http_host, port)


def _clock_state() -> int | None:
    """What adjtimex(2) returns; None where it can't be asked."""
    try:
        return int(ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(_Timex())))
    except (OSError, AttributeError):
        return None


def _clock(state: int | None) -> Finding:
    if state is None or state < 0:
        return ok("clock", "whether it is synchronised can't be told here")
    if state == _UNSYNCHRONISED:
        return warning(
            "clock", "not synchronised, says the kernel", "run chrony or systemd-timesyncd; latencies and --since go by it"
        )
    return ok("clock", "synchronised")


def _memory_bytes() -> int:
    """Of the machine, or of the container where that is less."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        limit = _CGROUP_LIMIT.read_text().strip()
    except OSError:
        return total
    return min(total, int(limit)) if limit.isdigit() else total


def _memory(settings: Settings, total: int) -> Finding:
    needed = PARENT_BYTES + settings.pool_processes * settings.pool_memory_bytes
    told = f"{total / 1e9:.1f} GB; a worker's {settings.pool_processes} pool processes may take {needed / 1e9:.1f} GB"
    if needed > total:
        remedy = "lower EVENTWIRE_POOL_PROCESSES or EVENTWIRE_POOL_MEMORY_BYTES, or give it more memory: else the kernel kills it"
        return fault("memory", told, remedy)
    return ok("memory", told)


def _disk(free: int) -> Finding:
    told = f"{free / 1e9:.1f} GB free for temporary files"
    return ok("disk", told) if free >= FREE_BYTES else fault("disk", told, f"free some space in {tempfile.gettempdir()}")


def _open_files(limit: int) -> Finding:
    told = f"{limit:,} at once" if limit != resource.RLIM_INFINITY else "no limit"
    if limit != resource.RLIM_INFINITY and limit < OPEN_FILES:
        return warning("open files", told, f"ulimit -n {OPEN_FILES} or more")
    return ok("open files", told)


def _port(stage: str, host: str, port: int) -> Finding:
    """Who answers where the stage's worker would."""
    subject = f"worker {stage}"
    where = f"{host}:{port}"
    connection = http.client.HTTPConnection("127.0.0.1" if host in ("0.0.0.0", "::") else host, port, timeout=ANSWER_S)
    try:
        connection.request("GET", "/ready")
        answer = connection.getresponse()
        body = answer.read(ANSWER_BYTES)
    except ConnectionRefusedError:
        return ok(subject, f"none on this machine ({where} is free)")
    except (OSError, http.client.HTTPException) as error:
        remedy = f"end what holds the port, or set EVENTWIRE_HTTP_PORT_{stage.upper()}"
        return fault(subject, f"{where} is taken by something that is no worker ({type(error).__name__})", remedy)
    finally:
        connection.close()
    try:
        told = orjson.loads(body)
        ready, reasons = told["ready"], "; ".join(told["reasons"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        remedy = f"end what holds the port, or set EVENTWIRE_HTTP_PORT_{stage.upper()}"
        return fault(subject, f"{where} is taken by something that is no worker (status {answer.status})", remedy)
    if ready:
        return ok(subject, f"ready at {where}")
    return fault(subject, f"at {where}, not ready: {reasons}", f"see its log, and http://{where}/alive")
