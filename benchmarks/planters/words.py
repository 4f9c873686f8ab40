"""Errors of words: a small word that changes the claim left out of the target, or put in; a false friend."""

import re
from collections.abc import Iterator
from random import Random

from benchmarks.planters import Planted, Planter
from tui.languages import Token, known, lemma, tokenize, tsv_table

_VERB = re.compile(r"\b(?:ha|hanno|aveva|avevano|è|sono|era|erano|viene|vengono|fu|furono|sarà|saranno)\b ")


def modifier_dropped(source: str, target: str, random: Random) -> Planted | None:
    """A word of the table of modifiers that both sides say is taken out of the target."""
    found: list[tuple[re.Match[str], str]] = []
    for row in tsv_table("words/modifiers.tsv"):
        english = _first(row["en"], source)
        if english:
            found += [(match, english[0]) for match in _all(row["it"], target)]
    if not found:
        return None
    match, english_word = random.choice(found)
    text = target[: match.start()] + target[match.end() :].lstrip()
    following = re.compile(r"\W*\w+").match(text, match.start())
    return Planted(text, match.start(), following.end() if following else len(text), lost=english_word)


def modifier_added(source: str, target: str, random: Random) -> Planted | None:
    """One that neither side says is put before the rest of a verb."""
    verbs = list(_VERB.finditer(target))
    rows = [
        row
        for row in tsv_table("words/modifiers.tsv")
        if not row["kind"].startswith("stance-")
        and not any(
            _first(row[f"{tag}{also}"], text)
            for tag, text in (("en", source), ("it", target))
            for also in ("", " also")
        )
    ]
    if not verbs or not rows:
        return None
    at = random.choice(verbs).end()
    word = random.choice(rows)["it"].split()[0].replace("-", " ")
    return Planted(f"{target[:at]}{word} {target[at:]}", at, at + len(word))


def false_friends(source: str, target: str) -> Iterator[Planted]:
    """Each word of the target that translates a listed word of the source, exchanged for its lookalike."""
    english = {lemma(token.key, "en") for token in tokenize(source, 0, len(source)) if token.text.islower()}
    italian = [token for token in tokenize(target, 0, len(target)) if token.text.islower()]
    for row in tsv_table("words/false-friends.en-it.tsv"):
        right = row["right"].split()
        if " " in row["italian"] or row["english"] not in english:
            continue
        token = next((one for one in italian if lemma(one.key, "it") in right), None)
        if token is not None:
            word = _inflected(row["italian"], token)
            text = target[: token.start] + word + target[token.end :]
            yield Planted(text, token.start, token.start + len(word))


def _inflected(word: str, like: Token) -> str:
    """An Italian word with the ending that another has beside its dictionary form, if that makes a word."""
    form, dictionary = like.text, lemma(like.key, "it")
    for size in (3, 1):
        stem, ending = dictionary[:-size], dictionary[-size:]
        made = word[:-size] + form[len(stem) :]
        if word.endswith(ending) and form.startswith(stem) and known(made, "it"):
            return made
    return word


def _all(phrases: str, text: str) -> list[re.Match[str]]:
    words = "|".join(re.escape(phrase.replace("-", " ")) for phrase in phrases.split())
    return list(re.finditer(rf"\b(?:{words})\b ?", text)) if words else []


def _first(phrases: str, text: str) -> re.Match[str] | None:
    found = _all(phrases, text)
    return found[0] if found else None


PLANTERS: dict[str, Planter] = {"modifier dropped": modifier_dropped, "modifier added": modifier_added}
