"""XML that any parser reads: escaped, indented, without the characters that XML 1.0 has no way to write."""

import re
from xml.etree import ElementTree

_NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def legal(text: str) -> str:
    """The text with a replacement character for each that XML 1.0 forbids."""
    return re.sub(_NOT_XML, "\ufffd", text)


def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """A new last child; `xml_lang` and the like are the attributes of that prefix."""
    named = {key.replace("xml_", "xml:"): legal(value) for key, value in attributes.items()}
    child = ElementTree.SubElement(parent, name, named)
    if text:
        child.text = legal(text)
    return child


def document_of(root: ElementTree.Element) -> str:
    """The whole file, as text that is to be written as UTF-8."""
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
