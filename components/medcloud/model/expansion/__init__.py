"""Less text: files included, defaults, templates, entries for each tenant; all is written out first.

It is pure and works on trees that know their places: what comes of it is an ordinary region, and every value
of it still knows the file and the line in which a person wrote it.
"""

from medcloud.model.expansion.causes import once
from medcloud.model.expansion.expand import Expanded, expand
from medcloud.model.expansion.files import Files, Folder
from medcloud.model.expansion.parts import wrong_parts
from medcloud.model.expansion.schema import file_schema
from medcloud.model.expansion.sections import WORDS, mappings
from medcloud.model.expansion.written import content, written_out

__all__ = [
    "WORDS",
    "Expanded",
    "Files",
    "Folder",
    "content",
    "expand",
    "file_schema",
    "mappings",
    "once",
    "written_out",
    "wrong_parts",
]
