"""Word and OpenDocument as offices write them: what hangs on a paragraph, what only pages have, links."""

from written_formats import zipped

from tui.articles.blocks import Document
from tui.articles.formats.docx import read as read_docx
from tui.articles.formats.odt import read as read_odt

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "drawing")
)


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def turn(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def a_field(instruction: str, shown: str) -> str:
    """A field as Word writes it, its instruction in two runs."""
    half = len(instruction) // 2
    told = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (instruction[:half], instruction[half:])
    )
    return turn("begin") + told + turn("separate") + shown + turn("end")


def docx(body: str, **parts: str) -> Document:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return read_docx(
        zipped({
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": document,
            **{f"word/{name.replace('__', '/')}": part for name, part in parts.items()},
        }),
        "a.docx",
    )  # fmt: skip


def odt(body: str) -> Document:
    content = (
        f"<office:document-content {OFFICE}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return read_odt(zipped({"content.xml": content}), "a.odt")


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def links(document: Document) -> list[tuple[str, str]]:
    return [
        (block.text[mark.start : mark.end], mark.value) for block in document.blocks for mark in block.marks
    ]


def test_a_text_box_of_word_follows_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    twice = f"<w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback>"
    drawn = f"<w:r><w:AlternateContent>{twice}</w:AlternateContent></w:r>"
    assert texts(docx(f"<w:p>{run('It rai')}{drawn}{run('ned.')}</w:p><w:p>{run('We stayed.')}</w:p>")) == [
        "It rained.", "In the box.", "We stayed.",
    ]  # fmt: skip


def test_a_frame_of_opendocument_follows_the_paragraph_it_hangs_on() -> None:
    frame = "<drawing:frame><drawing:text-box><text:p>In the box.</text:p></drawing:text-box></drawing:frame>"
    assert texts(odt(f"<text:p>It rai{frame}ned.</text:p><text:p>We stayed.</text:p>")) == [
        "It rained.", "In the box.", "We stayed.",
    ]  # fmt: skip
    assert texts(odt(f"<text:p>It rained.</text:p>{frame}")) == ["It rained.", "In the box."]


def test_a_link_may_be_a_field() -> None:
    field = a_field(r' HYPERLINK "https://example.org/a" \o "tip" ', run("this") + run(" page"))
    body = f"<w:p>{run('See ')}{field}{run('.')}</w:p>"
    body += f'<w:p><w:fldSimple w:instr=" HYPERLINK \\l &quot;two&quot;">{run("Below")}</w:fldSimple></w:p>'
    found = docx(body)
    assert texts(found) == ["See this page.", "Below"]
    assert links(found) == [("this page", "https://example.org/a"), ("Below", "#two")]


def test_links_of_notes_are_links() -> None:
    relation = '<Relationship Id="r1" Target="https://example.org/n" TargetMode="External"/>'
    note = f'<w:footnote><w:p><w:hyperlink w:id="r1">{run("Notes")}</w:hyperlink></w:p></w:footnote>'
    found = docx(
        f"<w:p>{run('It rained.')}</w:p>",
        **{
            "footnotes.xml": f'<w:footnotes xmlns:w="{WORD}">{note}</w:footnotes>',
            "_rels__footnotes.xml.rels": f"<Relationships>{relation}</Relationships>",
        },
    )
    assert links(found) == [("Notes", "https://example.org/n")]


def test_numbers_of_pages_and_contents_are_no_text() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent><w:p>{run('Contents')}</w:p></w:sdtContent></w:sdt>"
    )
    entries = a_field(
        ' TOC \\o "1-3" ', f"{run('Costs')}{a_field(' PAGEREF x ', run('3'))}</w:p><w:p>{run('Trade 4')}"
    )
    body = (
        f"{contents}<w:p>{entries}</w:p><w:p>{run('See page ')}{a_field(' PAGE ', run('7'))}{run('!')}</w:p>"
    )
    assert texts(docx(body)) == ["See page !"]
    assert texts(odt("<text:p>See page <text:page-number>7</text:page-number>!</text:p>")) == ["See page !"]


def test_other_fields_are_text() -> None:
    body = f"<w:p>{run('Figure ')}{a_field(' SEQ Figure ', run('2'))}{run('.')}</w:p>"
    assert texts(docx(body)) == ["Figure 2."]


def test_a_deletion_whose_text_still_stands_is_accepted() -> None:
    """As LibreOffice writes it while it shows changes."""
    changes = (
        "<text:tracked-changes>"
        '<text:changed-region text:id="d"><text:deletion/></text:changed-region>'
        '<text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    body = (
        '<text:p>It costs <text:change-start text:change-id="d"/>17 <text:span>or 18</text:span>'
        '<text:change-end text:change-id="d"/><text:change-start text:change-id="i"/>19'
        '<text:change-end text:change-id="i"/> euros.</text:p>'
    )
    assert texts(odt(changes + body)) == ["It costs 19 euros."]
