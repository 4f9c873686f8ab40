"""How a model comes onto the shelf: downloaded when the person asks for it, or taken from a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Input, ProgressBar, Static

from tui.errors import AfronteError, StoppedError
from tui.languages import language_name
from tui.reader import place_bindings
from tui.reader.keys import with_keys
from tui.reader.page.wrapping import visible
from tui.reader.screens.opening import Completion, meant
from tui.reader.translating import result_of
from tui.reader.widgets.path_input import PathInput
from tui.translation import (
    ASSURANCE,
    Model,
    Pace,
    Shelf,
    Step,
    find_offer,
    index_name,
    install_file,
    install_offer,
    offers,
)

Report = Callable[[Step], None]
Cancelled = Callable[[], bool]
Install = Callable[[Report, Cancelled], Model]

_STAGES = {"waiting": "waiting for another installation", "unpack": "unpacking", "try": "trying it"}


class ModelsScreen(ModalScreen[Model | None]):
    """Asks where the model of a pair of languages is to come from, gets it and gives it back."""

    BINDINGS: ClassVar[list[BindingType]] = [*place_bindings.MODELS.bindings]

    @dataclass
    class Stepped(Message):
        """The installation has come further."""

        step: Step

        def can_replace(self, message: Message) -> bool:
            """Only the latest step is worth drawing."""
            return isinstance(message, ModelsScreen.Stepped)

    def __init__(self, shelf: Shelf, source: str, target: str) -> None:
        """`source`, `target`: the languages (BCP 47 tags) the model reads and writes."""
        super().__init__()
        self._shelf = shelf
        self._languages = source, target
        self._pace = Pace()
        self._is_running = False

    def compose(self) -> ComposeResult:
        """The two ways, then how far it has come."""
        source, target = map(language_name, self._languages)
        with Vertical(id="models"):
            yield Static(f"A model that translates {source} into {target}", id="models-title", markup=False)
            yield Button(f"Download it from {visible(index_name())}", id="download", compact=True)
            yield Static(ASSURANCE, id="models-assurance", markup=False)
            yield Static("or give the path of an .argosmodel file:", markup=False)
            yield PathInput(placeholder="path of a file, then Enter", suggester=Completion(Path()), id="file")
            yield ProgressBar(id="models-bar", show_percentage=False, show_eta=False)
            yield Static(
                with_keys(self.app, "Nothing is fetched before you ask for it.  {models.leave} closes."),
                id="said",
                markup=False,
            )

    def on_mount(self) -> None:
        """Shows no bar before there is something to show."""
        self.query_one(ProgressBar).display = False
        self.query_one(Button).active_effect_duration = 0  # while it lasts, another press would be lost

    def action_leave(self) -> None:
        """Stops what runs; what has been downloaded stays for the next time. Else closes the dialog."""
        if self._is_running:
            self.workers.cancel_group(self, "installation")
            self._end("Stopped. Download goes on from where it was.")
        else:
            self.dismiss(None)

    @on(Button.Pressed, "#download")
    def _download(self) -> None:
        if self._is_running:
            return
        source, target = self._languages

        def install(report: Report, cancelled: Cancelled) -> Model:
            return install_offer(find_offer(source, target, offers()), self._shelf, report, cancelled)

        self._begin(install, "asking the index")

    @on(Input.Submitted, "#file")
    def _take_file(self, event: Input.Submitted) -> None:
        if not event.value.strip() or self._is_running:
            return
        path = meant(event.value, Path())
        self._begin(
            lambda report, cancelled: install_file(path, self._shelf, report, cancelled), "reading it"
        )

    def _begin(self, install: Install, said: str) -> None:
        self._pace = Pace()
        self._is_running = True
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=None, progress=0)
        self._say(said)
        self._install(install)

    @work(exclusive=True, group="installation")
    async def _install(self, install: Install) -> None:
        try:
            model = await result_of(
                lambda stopped: install(lambda step: None if stopped() else self._report(step), stopped)
            )
        except StoppedError as error:
            self._end(str(error))
        except AfronteError as error:
            self._end(str(error), failed=True)
        except Exception as error:
            self._end(f"This failed: {type(error).__name__}: {error}", failed=True)
        else:
            self.dismiss(model)

    def _report(self, step: Step) -> None:
        self.post_message(self.Stepped(step))

    @on(Stepped)
    def _show(self, message: Stepped) -> None:
        message.stop()
        step = message.step
        if not self._is_running:
            return
        if step.left_out:
            self.app.notify(f"Left out, since no model needs it: {', '.join(step.left_out)}")
        self.query_one(ProgressBar).update(total=step.total, progress=step.done)
        if step.stage == "download":
            self._pace.reach(step.done)
            stops = with_keys(self.app, "{models.leave} stops")
            self._say(f"{downloaded(step, self._pace)}  ·  {stops}")
        else:
            self._say(_STAGES[step.stage])

    def _end(self, said: str, *, failed: bool = False) -> None:
        self._is_running = False
        self.query_one(ProgressBar).display = False
        self._say(said, failed=failed)

    def _say(self, said: str, *, failed: bool = False) -> None:
        line = self.query_one("#said", Static)
        line.update(visible(said))
        line.set_class(failed, "-failed")


def downloaded(step: Step, pace: Pace) -> str:
    """How far a download is: bytes, speed and time left, as far as they are known."""
    said = f"{_megabytes(step.done)} of {_megabytes(step.total)}" if step.total else _megabytes(step.done)
    if pace.speed:
        said += f"  ·  {_megabytes(pace.speed)}/s"
    left = pace.left(step.total)
    if left is not None:
        said += f"  ·  {int(left) // 60}:{int(left) % 60:02} left"
    return said


def _megabytes(size: float) -> str:
    return f"{size / 1e6:.1f} MB"
