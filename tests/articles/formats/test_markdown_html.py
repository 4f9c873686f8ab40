"""HTML inside Markdown stands on the lines of the file, as everything else in it."""

import pytest

from tui.articles.formats.markdown import document_of

PAGE = """\
# The ferry

<p>The ferry sails at nine.</p>

<div class="box"
     title="a box">
  Tickets are sold &amp; checked
  <b>on board</b>.
  <!-- never
       shown -->
  <p>Dogs sail free.</p>
</div>

> <blockquote>
> <p>It rocks.</p>
> </blockquote>

It rains.
"""


def test_every_block_of_html_has_its_line_and_no_place_in_words() -> None:
    blocks = document_of(PAGE).blocks
    assert {block.text: block.line for block in blocks} == {
        "The ferry": 1,
        "The ferry sails at nine.": 3,
        "Tickets are sold & checked on board.": 7,
        "Dogs sail free.": 11,
        "It rocks.": 15,
        "It rains.": 18,
    }
    assert not any(block.place for block in blocks)


@pytest.mark.parametrize("shown", ["10<sup>3</sup> boats.", "A<!-- b --> boat.", "Caf&eacute;s.", "a &lt; b"])
def test_what_is_written_otherwise_than_shown_keeps_its_line(shown: str) -> None:
    page = f"It snows.\n\n<div>\n<p>One boat.</p>\n<p>{shown}</p>\n<p>Two boats.</p>\n</div>\n"
    assert [block.line for block in document_of(page).blocks][1:] in ([4, 5, 6], [4, 4, 6])
