"""A plain Faust worker with Faust's own consumer: what Eventwire's runtime is compared with.

    python -m tests.faults.stock BROKER FOLDER

It acknowledges each record when its work is done, many at once; a page that says `hold=PATH` is in work while that file exists.
"""

from __future__ import annotations

import asyncio
import sys

import faust

from schemas.topics import RAW_PAGES
from tests.faults.stages import hold


async def _work(event: faust.EventT[bytes]) -> None:
    words = event.value.partition(b"\n")[0].decode()
    if words.startswith("hold="):
        await asyncio.to_thread(hold, words.removeprefix("hold="))
    event.ack()


def main(broker: str, folder: str) -> None:
    app = faust.App(
        "stock",
        broker=f"aiokafka://{broker}",
        datadir=folder,
        web_enabled=False,
        topic_disable_leader=True,
        topic_allow_declare=False,
        consumer_auto_offset_reset="earliest",
        broker_commit_interval=0.5,
    )

    async def work(stream: faust.StreamT[bytes]) -> None:
        tasks = set()
        async for event in stream.noack().events():
            task = asyncio.create_task(_work(event))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    app.agent(app.topic(RAW_PAGES.name, value_serializer="raw", key_serializer="raw"))(work)
    faust.Worker(app, loglevel="warning").execute_from_commandline()


if __name__ == "__main__":
    main(*sys.argv[1:])
