"""Whatever two texts hold, they are compared to the end, the same way every time, and the report is whole."""

from by_hand import alignment_of, article_of
from hypothesis import given, settings
from hypothesis import strategies as st
from odd_pieces import ODD_PIECES
from toy_encoder import ToyEncoder

from tui.alignment import Encoder, align
from tui.articles import SIDES, article_from_text
from tui.comparison import Comparison, compare
from tui.comparison.compare import rules

PIECES = st.one_of(st.sampled_from(ODD_PIECES), st.text(max_size=6))
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=6).map(
    "\n\n".join
)


def read(first: str, second: str) -> Comparison:
    encoder: Encoder = ToyEncoder()
    source = article_from_text(f"Begin. {first}", language="en")
    target = article_from_text(f"Inizio. {second}", language="it")
    comparison = compare(source, target, align(source, target, encoder), encoder)
    for finding in comparison.every:
        for side, article in zip(SIDES, (source, target), strict=True):
            for span in finding.side(side):
                assert 0 <= span.start < span.end <= len(article.text)
        assert finding.source or finding.target
        assert 0 <= finding.confidence <= 1
        assert finding.rule in rules()
    assert len({finding.id for finding in comparison.every}) == len(comparison.every)
    return comparison


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_compared_to_the_end_and_alike_again(first: str, second: str) -> None:
    comparison = read(first, second)
    assert comparison.incomplete == ()
    assert read(first, second) == comparison


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14).map(" ".join))
def test_a_text_beside_itself_differs_in_no_fact(text: str) -> None:
    if not text.strip():
        return
    article = article_of([[text]])
    comparison = compare(article, article, alignment_of("0=0"), ToyEncoder())
    assert comparison.incomplete == ()
    assert not [finding for finding in comparison.findings if finding.layer == "facts"]
