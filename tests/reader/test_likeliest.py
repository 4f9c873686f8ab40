"""Where a sentence taken in hand is carried: to what is alike, near and free."""

from by_hand import alignment_of, article_of
from msgspec.structs import replace
from toy_encoder import ToyEncoder

from tui.alignment import Unlink, encode, rows
from tui.desk import Sheet
from tui.reader.page.correcting import likeliest
from tui.reader.page.edition import Edition
from tui.reader.page.state import State

SOURCE = article_of(
    [["alpha beta gamma delta"], ["piano violin trumpet"], ["river bridge castle"], ["doctor teacher baker"]]
)
TARGET = article_of(
    [
        ["alpha beta gamma delta"],
        ["winter summer autumn"],
        ["doctor teacher baker"],
        ["piano violin trumpet"],
    ],
    "it",
)
VECTORS = encode(SOURCE, TARGET, ToyEncoder())


def reading_at(sentence: int, beads: str) -> State:
    alignment = alignment_of(beads)
    edition = Edition.unaligned(SOURCE, TARGET).aligned(alignment, rows(SOURCE, TARGET, alignment))
    return State.opening(edition).at("source", sentence)


def test_a_free_sentence_that_is_alike_is_found_across_the_text() -> None:
    state = reading_at(1, "0=0 1= 2= =1 3=2 =3")
    assert likeliest(state, (1,), VECTORS) == 3


def test_where_nothing_is_alike_or_known_it_is_the_nearest_free_one() -> None:
    state = reading_at(2, "0=0 1= 2= =1 3=2 =3")
    assert likeliest(state, (2,), VECTORS) == 1
    assert likeliest(state, (2,), None) == 1


def test_what_is_taken_by_another_is_found_where_it_is_much_more_alike() -> None:
    """The person may mean to mend a wrong link."""
    state = reading_at(1, "0=0 1= 2=3 =1 3=2")
    assert likeliest(state, (1,), VECTORS) == 3


def test_what_it_has_and_what_was_parted_from_it_by_hand_is_not_offered() -> None:
    state = reading_at(1, "0=0 1=1 2= 3=2 =3")
    assert likeliest(state, (1,), VECTORS) == 3
    parted = replace(state, sheet=Sheet(1, corrections=(Unlink((1,), (3,)),)))
    assert likeliest(parted, (1,), VECTORS) == 2
    mirrored = replace(parted, sheet=Sheet(1, corrections=(Unlink((1,), (0, 2, 3)),)))
    assert likeliest(mirrored, (1,), VECTORS) is None
