"""What all checks together cost beside the alignment of the same articles, in processor time of one run.

python -m benchmarks.checks --data FOLDER
"""

import time

from benchmarks.evaluation_sets import documents, parser
from tui.alignment import UseEncoder, align
from tui.articles import article_from_text
from tui.comparison import compare


def main() -> None:
    """Prints the ratio over the documents of each set; what is loaded once is loaded before."""
    given = parser(__doc__).parse_args()
    encoder = UseEncoder()
    for name in ("ntrex", "newstest2009"):
        aligning = comparing = 0.0
        for number, document in enumerate(documents(given.data, name)):
            source = article_from_text("\n\n".join(document.english), language="en")
            target = article_from_text("\n\n".join(document.italian), language="it")
            began = time.process_time()
            alignment = align(source, target, encoder)
            aligned = time.process_time()
            compare(source, target, alignment, encoder)
            if number:
                aligning += aligned - began
                comparing += time.process_time() - aligned
        print(f"{name}: all checks take {comparing / aligning:.2f} times the time of the alignment")


if __name__ == "__main__":
    main()
