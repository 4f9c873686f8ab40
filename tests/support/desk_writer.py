"""A reader without a screen: decides on one finding after the other and says what the desk has kept."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.alignment import Link
from tui.articles import Article, article_from_text
from tui.comparison import Finding
from tui.desk import Desk

ENGLISH = "The harbour opened on Monday. It was windy.\n\nNobody was surprised.\n\nThe mayor spoke.\n"
ITALIAN = "Il porto ha aperto lunedì. C'era vento.\n\nNessuno è rimasto sorpreso.\n\nIl sindaco ha parlato.\n"


def article(text: str, path: str = "-", language: str = "en") -> Article:
    """An article of that text."""
    return article_from_text(text, path=path, language=language)


def finding(name: str) -> Finding:
    """A finding of that id."""
    return Finding("number", "facts", "critical", 0.9, (), (), "1", "2", "They differ.", "numbers", name)


def main(path: str, name: str, count: str) -> None:
    """Decides, notes and corrects `count` times: a line when it begins and one for each that is saved."""
    print("ready", flush=True)
    dossier = Desk(Path(path)).open(article(ENGLISH), article(ITALIAN, language="it"))
    for number in range(int(count)):
        one = finding(f"{name}-{number}")
        dossier.decide(one, "confirmed")
        dossier.annotate(one, f"note {number}\nof {name}")
        if number % 5 == 0:
            dossier.correct(Link((0,), (number % 3,)))
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
