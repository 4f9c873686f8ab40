import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from toy_translators import Shouting

from tui.errors import AfronteError
from tui.translation import Shelf, argos_translator
from tui.translation.cache import Cache
from tui.translation.interpreter import (
    ArticleProgress,
    Event,
    Failed,
    Interpreter,
    Translated,
    Working,
)
from tui.translation.work import translate_all

PARAGRAPHS = [[f"frase {row} {number}" for number in range(3)] for row in range(120)]
ARTICLE = [sentence for paragraph in PARAGRAPHS for sentence in paragraph]


class Gate:
    """Holds the engine before each batch until it is let through."""

    def __init__(self) -> None:
        self.arrived: queue.Queue[Sequence[str]] = queue.Queue()
        self._passes = threading.Semaphore(0)

    def __call__(self, sentences: Sequence[str]) -> None:
        self.arrived.put(sentences)
        assert self._passes.acquire(timeout=20)

    def next(self) -> Sequence[str]:
        """The batch that stands at the gate."""
        return self.arrived.get(timeout=20)

    def let(self, count: int = 1) -> None:
        self._passes.release(count)


class Reader:
    """An interpreter and what it has posted."""

    def __init__(self, translator: Shouting, cache: Cache) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.translator = translator
        self.interpreter = Interpreter(translator, cache, self.events.put)

    def until(self, wanted: Callable[[Event], bool]) -> list[Event]:
        """The events up to the first that is `wanted`."""
        seen = [self.events.get(timeout=20)]
        while not wanted(seen[-1]):
            seen.append(self.events.get(timeout=20))
        return seen

    def until_translated(self, *sentences: str) -> list[Event]:
        missing = set(sentences)

        def is_last(event: Event) -> bool:
            if isinstance(event, Translated):
                missing.discard(event.sentence)
            return not missing

        return self.until(is_last)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "translations.db")


@pytest.fixture
def open_reader(cache: Cache) -> Iterator[Callable[..., Reader]]:
    readers: list[Reader] = []

    def make(translator: Shouting | None = None) -> Reader:
        readers.append(Reader(translator or Shouting(), cache))
        return readers[-1]

    yield make
    for reader in readers:
        reader.interpreter.close()


def test_what_is_asked_for_comes_sentence_by_sentence(open_reader: Callable[..., Reader]) -> None:
    """In the order asked for, in one call, with a sign when the work begins and ends."""
    reader = open_reader()
    reader.interpreter.ask(["due", "uno", "tre"])
    events = reader.until(lambda event: event == Working(busy=False))
    assert events[0] == Working(busy=True)
    assert [event.sentence for event in events[1:-1] if isinstance(event, Translated)] == [
        "due",
        "uno",
        "tre",
    ]
    assert [event.translation.text for event in events[1:-1] if isinstance(event, Translated)] == [
        "DUE",
        "UNO",
        "TRE",
    ]
    assert reader.translator.calls == [("due", "uno", "tre")]
    known = reader.interpreter.known("uno")
    assert known
    assert (known.text, known.cached) == ("UNO", False)


def test_walking_through_a_hundred_rows_makes_a_handful_of_calls(open_reader: Callable[..., Reader]) -> None:
    """While the first is translated, only the last of those that follow stays wanted."""
    gate = Gate()
    reader = open_reader(Shouting(before=gate))
    for row in range(100):
        reader.interpreter.ask(PARAGRAPHS[row], soon=PARAGRAPHS[row + 1])
        if row == 0:
            assert gate.next() == tuple(PARAGRAPHS[0])
    gate.let(100)
    reader.until_translated(*PARAGRAPHS[99])
    assert reader.translator.calls[:2] == [tuple(PARAGRAPHS[0]), tuple(PARAGRAPHS[99])]
    assert len(reader.translator.calls) <= 3  # the neighbour may have begun


def test_a_wish_that_is_replaced_is_left_after_its_batch_and_the_batch_is_kept(
    open_reader: Callable[..., Reader],
) -> None:
    """A long paragraph does not hold up the next; what was done of it is there when the cursor is back."""
    gate = Gate()
    reader = open_reader(Shouting(before=gate))
    long = [f"lunga {number}" for number in range(40)]
    reader.interpreter.ask(long)
    assert gate.next() == tuple(long[:4])
    reader.interpreter.ask(["breve"])
    gate.let(2)
    reader.until_translated("breve")
    assert reader.translator.calls == [tuple(long[:4]), ("breve",)]
    gate.let(100)
    reader.interpreter.ask(long)
    reader.until_translated(*long[4:])
    assert reader.translator.calls[2] == tuple(long[4:8])


def test_neighbours_are_prepared_when_idle(open_reader: Callable[..., Reader]) -> None:
    """And cost nothing when the cursor gets there."""
    reader = open_reader()
    reader.interpreter.ask(PARAGRAPHS[1], soon=[*PARAGRAPHS[2], *PARAGRAPHS[0]])
    reader.until_translated(*PARAGRAPHS[0], *PARAGRAPHS[1], *PARAGRAPHS[2])
    calls = len(reader.translator.calls)
    reader.interpreter.ask(PARAGRAPHS[2], soon=[*PARAGRAPHS[3], *PARAGRAPHS[1]])
    reader.until_translated(*PARAGRAPHS[3])
    assert reader.translator.calls[calls:] == [tuple(PARAGRAPHS[3])]
    assert reader.translator.calls[0] == tuple(PARAGRAPHS[1])


def test_a_cached_paragraph_costs_no_call(open_reader: Callable[..., Reader]) -> None:
    """Reopening an article and walking it, neighbours and all, asks the engine nothing."""
    first = open_reader()
    first.interpreter.ask_article(ARTICLE)
    first.until(lambda event: isinstance(event, ArticleProgress) and not event.running)
    again = open_reader()
    for row in range(1, 119):
        again.interpreter.ask(PARAGRAPHS[row], soon=[*PARAGRAPHS[row + 1], *PARAGRAPHS[row - 1]])
        while not all(again.interpreter.known(sentence) for sentence in PARAGRAPHS[row]):
            event = again.events.get(timeout=20)
            assert isinstance(event, Translated)
            assert event.translation.cached
    assert again.translator.calls == []
    assert sum(map(len, first.translator.calls)) == len(ARTICLE)


def test_an_article_is_translated_with_its_progress_told(open_reader: Callable[..., Reader]) -> None:
    """Up to all of it; asked for again, it is done at once."""
    reader = open_reader()
    reader.interpreter.ask_article(ARTICLE)
    events = reader.until(lambda event: isinstance(event, ArticleProgress) and not event.running)
    done = [event.done for event in events if isinstance(event, ArticleProgress)]
    assert done == sorted(done)
    assert events[-1] == ArticleProgress(len(ARTICLE), len(ARTICLE), running=False)
    reader.interpreter.ask_article(ARTICLE)
    reader.until(lambda event: event == ArticleProgress(len(ARTICLE), len(ARTICLE), running=False))
    assert sum(map(len, reader.translator.calls)) == len(ARTICLE)


def test_the_cursor_goes_before_the_article(open_reader: Callable[..., Reader]) -> None:
    """It waits for one batch at most, and the article goes on after it without doing anything twice."""
    gate = Gate()
    reader = open_reader(Shouting(before=gate))
    reader.interpreter.ask_article(ARTICLE)
    gate.next()
    reader.interpreter.ask(PARAGRAPHS[100])
    gate.let()
    assert gate.next() == tuple(PARAGRAPHS[100])
    gate.let(1000)
    reader.until(lambda event: isinstance(event, ArticleProgress) and not event.running)
    translated = [sentence for call in reader.translator.calls for sentence in call]
    assert sorted(translated) == sorted(ARTICLE)


def test_the_article_can_be_stopped(open_reader: Callable[..., Reader]) -> None:
    """What is done stays; nothing more is begun."""
    gate = Gate()
    reader = open_reader(Shouting(before=gate))
    reader.interpreter.ask_article(ARTICLE)
    gate.next()
    gate.let()
    gate.next()
    reader.interpreter.stop_article()
    reader.until(lambda event: event == ArticleProgress(4, len(ARTICLE), running=False))
    gate.let(1000)
    reader.interpreter.ask(["altro"])
    reader.until_translated("altro")
    assert reader.translator.calls == [tuple(ARTICLE[:4]), tuple(ARTICLE[4:8]), ("altro",)]
    assert reader.interpreter.known(ARTICLE[7])


@pytest.mark.parametrize("error", [AfronteError("The engine is out of order."), RuntimeError("broken")])
def test_a_failure_is_told_and_the_next_wish_is_served(
    open_reader: Callable[..., Reader], error: Exception
) -> None:
    """In one line; the article stops with it."""

    def fail(sentences: Sequence[str]) -> None:
        if sentences[0].startswith("frase"):
            raise error

    reader = open_reader(Shouting(before=fail))
    reader.interpreter.ask(PARAGRAPHS[0], soon=PARAGRAPHS[1])
    failure = reader.until(lambda event: isinstance(event, Failed))[-1]
    assert isinstance(failure, Failed)
    assert str(error) in failure.message
    reader.interpreter.ask(["altro"])
    reader.until_translated("altro")
    reader.interpreter.ask_article(ARTICLE)
    reader.until(lambda event: event == ArticleProgress(0, len(ARTICLE), running=False))
    assert reader.translator.calls.count(tuple(PARAGRAPHS[0])) == 1


def test_closing_ends_the_work_and_lets_go_of_the_engine(open_reader: Callable[..., Reader]) -> None:
    """Without waiting, and nothing is posted any more."""
    gate = Gate()
    closed = threading.Event()
    translator = Shouting(before=gate, on_close=closed.set)
    reader = open_reader(translator)
    reader.interpreter.ask_article(ARTICLE)
    gate.next()
    reader.interpreter.close()
    while not reader.events.empty():
        reader.events.get()
    gate.let(1000)
    assert closed.wait(20)
    assert len(translator.calls) == 1
    assert reader.events.empty()


def test_a_real_model_translates_in_the_background(stocked: Shelf, cache: Cache) -> None:
    """What the reader gets is what the command line gets; the second one from the cache."""
    translator = argos_translator(stocked, "it", "en")
    assert translator
    events: queue.Queue[Event] = queue.Queue()
    interpreter = Interpreter(translator, cache, events.put)
    interpreter.ask(["Il gatto dorme."])
    while not isinstance(event := events.get(timeout=60), Translated):
        assert event == Working(busy=True)
    interpreter.close()
    assert (event.translation.text, event.translation.doubts, event.translation.cached) == (
        "The cat sleeps.",
        (),
        False,
    )
    again = translate_all(translator, cache, ["Il gatto dorme.", "Il cane dorme."])
    assert [(t.text, t.cached) for t in again.values()] == [
        ("The cat sleeps.", True),
        ("The dog sleeps.", False),
    ]
    assert again["Il gatto dorme."].made == pytest.approx(event.translation.made, abs=1)
