"""The same work on many items in several processes, the results in order."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 8
"""Results a process that are kept while an earlier item is still being worked on."""


def in_order(
    prepare: Callable[[], Callable[[Item], Result]],
    items: Sequence[Item],
    jobs: int,
    lost: Callable[[Item], Result],
) -> Generator[Result, None, None]:
    """The result of each item, in the order of the items and as soon as its turn has come.

    Each of the `jobs` processes calls `prepare` once, for the function that works on one item at a time. A
    process that dies costs only the item it had, whose result is `lost(item)`; another takes its place.
    `prepare`, items and results must be picklable. Closing the iterator ends the processes.
    """
    waiting = deque(range(len(items)))
    done: dict[int, Result] = {}
    turn = 0
    workers: list[_Worker[Item, Result]] = []
    try:
        while turn < len(items):
            while waiting and waiting[0] < turn + jobs * _AHEAD:
                idle = next((worker for worker in workers if worker.number is None), None)
                if idle is None:
                    if len(workers) == jobs:
                        break
                    idle = _Worker(prepare)
                    workers.append(idle)
                number = waiting.popleft()
                idle.give(number, items[number])
            busy = {worker.connection: worker for worker in workers if worker.number is not None}
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]  # `wait` returns what it was given
                assert worker.number is not None
                number = worker.number
                try:
                    done[number] = worker.take()
                except (EOFError, OSError):
                    workers.remove(worker)
                    worker.stop()
                    done[number] = lost(items[number])
            while turn in done:
                yield done.pop(turn)
                turn += 1
    finally:
        for worker in workers:
            worker.stop()


class _Worker(Generic[Item, Result]):
    """One process and the number of the item it has, if any."""

    def __init__(self, prepare: Callable[[], Callable[[Item], Result]]) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy whatever threads are running
        self.connection, far_end = context.Pipe()
        self.number: int | None = None
        self._process = context.Process(target=_serve, args=(prepare, far_end), daemon=True)
        with _interrupts_ignored():
            self._process.start()
        far_end.close()  # so that the death of the process ends the connection

    def give(self, number: int, item: Item) -> None:
        self.number = number
        with suppress(OSError):  # if it died, the connection says so when the result is taken
            self.connection.send(item)

    def take(self) -> Result:
        result: Result = self.connection.recv()
        self.number = None
        return result

    def stop(self) -> None:
        self.connection.close()
        self._process.terminate()
        self._process.join()


def _serve(prepare: Callable[[], Callable[[Item], Result]], connection: Connection) -> None:
    """What a process does until the other end of the connection is gone."""
    try:
        work = prepare()
        while True:
            connection.send(work(connection.recv()))
    except (EOFError, OSError):
        return


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes started inside ignore Ctrl-C, which is for the one that started them."""
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
