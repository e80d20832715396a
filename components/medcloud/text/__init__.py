"""The ground floor: what is said to people, in Chinese and English, and what every error is.

`Text` is a sentence in both languages, `Finding` something that is wrong at a `Place` and how to mend it,
`Refusal` the root of every error of medcloud and of its policy pack. Tables are in `medcloud.text.table`,
which is left out here, as a pack needs none.
"""

from medcloud.text.finding import Complaint, Finding, Place
from medcloud.text.language import LANGUAGES, Language, speak, spoken
from medcloud.text.refusal import Refusal
from medcloud.text.text import NOTHING, Text

__all__ = [
    "LANGUAGES",
    "NOTHING",
    "Complaint",
    "Finding",
    "Language",
    "Place",
    "Refusal",
    "Text",
    "speak",
    "spoken",
]
