"""The tokens of a text's sentences, which are not all held at once."""

from tui.alignment.model import SentenceTokens
from tui.articles import article_from_text

SENTENCES = 5_000


def test_every_sentence_of_a_long_text_has_its_tokens_in_any_order() -> None:
    """A rule may go through the text several times, and back."""
    article = article_from_text(
        "\n\n".join(f"Boat {n} left the harbour." for n in range(SENTENCES)), language="en"
    )
    tokens = SentenceTokens(article)
    for order in (range(SENTENCES), range(SENTENCES - 1, -1, -1)):
        assert all([token.text for token in tokens[n]][:2] == ["Boat", str(n)] for n in order)
    assert [found[1].text for found in tokens[7:9]] == ["7", "8"]
    assert len(tokens) == len(list(tokens)) == SENTENCES
