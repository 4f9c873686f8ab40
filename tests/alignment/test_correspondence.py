"""Whether two texts belong together, told by alignments made by hand."""

from by_hand import alignment_of, article_of

from tui.alignment import correspondence, hardly_correspond

FIVE = article_of([[f"Sentence number {n} is here." for n in range(5)]])
TEN = article_of([[f"Sentence number {n} is here." for n in range(10)]], "it")


def test_all_that_has_a_counterpart_counts_by_its_score() -> None:
    assert round(correspondence(FIVE, FIVE, alignment_of("0=0 1=1 2=2 3=3 4=4")), 2) == 0.9
    assert correspondence(FIVE, FIVE, alignment_of("0= 1= 2= 3= 4= =0 =1 =2 =3 =4")) == 0


def test_a_short_version_belongs_to_the_long_one() -> None:
    kept = alignment_of("0=0 1=1 2=2 3=3 4=4 =5 =6 =7 =8 =9")
    assert round(correspondence(FIVE, TEN, kept), 2) == 0.9
    assert not hardly_correspond(FIVE, TEN, kept)


def test_two_texts_that_share_one_sentence_hardly_correspond() -> None:
    assert hardly_correspond(FIVE, TEN, alignment_of("0=0 1= 2= 3= 4= =1 =2 =3 =4 =5 =6 =7 =8 =9"))


def test_of_a_few_sentences_nothing_is_said() -> None:
    two = article_of([["The ferry left.", "Nobody slept."]])
    assert not hardly_correspond(two, two, alignment_of("0= 1= =0 =1"))
