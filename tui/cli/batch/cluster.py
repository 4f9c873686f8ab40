"""The same work on a Dask cluster, the results in order: Dask moves what a lost worker had to another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from typing import Any, TypeVar

from tui.errors import AfronteError

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 8
"""Items a thread of the cluster that are handed out ahead of the one whose turn it is."""


def on_cluster(
    address: str,
    work: Callable[[Item], Result],
    items: Sequence[Item],
    lost: Callable[[Item], Result],
) -> Generator[Result, None, None]:
    """The result of each item, in the order of the items and as soon as its turn has come.

    `work`, items and results must be picklable. An item that keeps ending its worker gets `lost(item)`.
    Closing the iterator takes back what was not begun. Raises AfronteError without Dask or a scheduler.
    """
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise AfronteError(
            "--scheduler needs Dask: install it with pip install 'afronte[cluster]'"
        ) from error
    try:
        client: Any = Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise AfronteError(
            f"no Dask scheduler answers at {address}: start one with `dask scheduler` and name what it prints"
        ) from error
    with client:
        ahead = _AHEAD * max(2, sum(client.nthreads().values()))
        waiting = deque(items)
        given: deque[tuple[Item, Any]] = deque()
        while waiting or given:
            while waiting and len(given) < ahead:
                item = waiting.popleft()
                given.append((item, client.submit(work, item, pure=False)))
            item, future = given.popleft()
            try:
                result: Result = future.result()
            except KilledWorker:
                result = lost(item)
            yield result
