"""The file around a Word document: empty parts to begin with, and the same bytes each time it is saved.

In: language and direction. Out: a `docx.Document` with the site's styles on A4, and its bytes. The
styles stand in `styles.xml`; python-docx's own template is American and twenty times
as large.
"""

import io
import zipfile
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

import docx

from draaiboek.render.document import Tongue

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="{_OFFICE}" mc:Ignorable="w14"'
)
_PARTS = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{_WORD}.settings+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/></Relationships>'
    ),
    "word/document.xml": (
        f'<w:document {_MAIN}><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
        'w:gutter="0"/>'
        "$section</w:sectPr></w:body></w:document>"
    ),
    # Mode 15 is that of every Word since 2013; in older ones boxes cannot be ticked.
    "word/settings.xml": (
        f'<w:settings {_MAIN}><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="$tag"/></w:settings>'
    ),
}  # fmt: skip
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell."""


def new_document(tongue: Tongue, small_print: float = 10) -> Any:
    """An empty document on A4 in one language. `small_print`: size of the run sheet, in points."""
    rtl = tongue.direction == "rtl"
    values = {
        "tag": tongue.tag,
        "bidi_tag": tongue.tag if rtl else "ar-SA",
        "bidi": "<w:bidi/>" if rtl else "",
        "section": "<w:bidi/>" if rtl else "",
        "start": "right" if rtl else "left",
        "small": str(round(small_print * 2)),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, text in {**_PARTS, "word/styles.xml": _styles()}.items():
            package.writestr(name, _HEAD + Template(text).substitute(values))
    data.seek(0)
    return docx.Document(data)


@cache
def _styles() -> str:
    return files("draaiboek.render.docx").joinpath("styles.xml").read_text(encoding="utf-8")


def describe(document: Any, title: str, publisher: str, comments: str, version: str, tag: str, made: date) -> None:
    """What is said about the file, not in it; the day it was made stands for all times."""
    moment = datetime.combine(made, time(), UTC)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title[:255], publisher[:255], publisher[:255]
    about.comments, about.version, about.language = comments[:255], version[:255], tag
    about.created = about.modified = moment


def set_footer(document: Any, block: Any) -> None:
    """Put one block at the foot of every page."""
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    empty = footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way to it
    empty.addprevious(block)
    empty.getparent().remove(empty)


def pack(document: Any) -> bytes:
    """The document as a .docx file: no moment of saving, so the same bytes for the same content."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
