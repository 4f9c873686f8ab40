from itertools import islice
from multiprocessing import active_children
from pathlib import Path

from toy_work import lost, prepare, prepare_dying, prepare_meeting

from tui.cli.workers import in_order


def test_results_come_in_the_order_of_the_items() -> None:
    results = list(in_order(prepare, [str(n) for n in range(40)], 3, lost))
    assert [result.split()[0] for result in results] == [str(n) for n in range(40)]
    assert 1 <= len({result.split()[-1] for result in results}) <= 3


def test_two_processes_work_at_the_same_time(tmp_path: Path) -> None:
    """Each of the two items waits for the other to begin."""
    assert list(in_order(prepare_meeting, [tmp_path / "a", tmp_path / "b"], 2, lost)) == ["a", "b"]


def test_a_process_that_dies_costs_only_its_item() -> None:
    items = ["one", "deadly", "two", "deadly", "three"]
    for jobs in (1, 2):
        assert list(in_order(prepare_dying, items, jobs, lost)) == [
            "one done", "deadly lost", "two done", "deadly lost", "three done",
        ]  # fmt: skip


def test_who_stops_listening_leaves_no_process_behind() -> None:
    results = in_order(prepare, [str(n) for n in range(100)], 2, lost)
    assert len(list(islice(results, 3))) == 3
    assert active_children()
    results.close()
    assert not active_children()
