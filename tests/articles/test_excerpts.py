"""An excerpt reads like its sentences, and every span in it leads back to where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from tui.articles import Span, article_from_text, excerpt

TEXT = "One is here. Two is there. Three is gone.\n\nFour came back.\n\nFive stays. Six leaves."


@given(st.sets(st.integers(0, 5), min_size=1))
def test_each_sentence_leads_back_to_its_place(chosen: set[int]) -> None:
    article = article_from_text(TEXT, language="en")
    part = excerpt(article, sorted(chosen))
    assert part.sentences == tuple(sorted(chosen))
    for number, index in enumerate(part.sentences):
        assert part.article.sentence_text(number) == article.sentence_text(index)
        assert part.origin(part.article.sentences[number].span) == article.sentences[index].span
        start = part.article.sentences[number].start
        assert part.origin(Span(start, start + 3)).within(article.text) == article.sentence_text(index)[:3]


def test_paragraphs_stay_paragraphs() -> None:
    article = article_from_text(TEXT, language="en")
    part = excerpt(article, [0, 2, 3]).article
    assert part.text == "One is here. Three is gone.\nFour came back."
    assert [part.paragraph_text(at) for at in range(2)] == ["One is here. Three is gone.", "Four came back."]
