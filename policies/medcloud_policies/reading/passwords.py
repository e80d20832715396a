"""How easily a shared key or password is guessed. Nothing here returns any part of what it is given."""

from __future__ import annotations

import math
from collections import Counter

# Of 24 characters, random hex digits have about 3.5, random letters and digits 4.2, a word written twice 3.
_BITS_OF_WORDS = 3.25
_BITS_OF_MIXED = 2.8  # letters and digits: sixteen random hex digits may have so few


def entropy(text: str) -> float:
    """Shannon entropy of a text's characters, bits a character."""
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values()) if text else 0.0


def is_guessable(text: str, length: int) -> bool:
    """Whether a key is shorter than `length` characters or repeats itself too much."""
    repeats = text in (text + text)[1:-1]  # one part, written again and again
    mixed = any(map(str.isdigit, text)) and any(map(str.isalpha, text))
    return len(text) < length or repeats or entropy(text) < (_BITS_OF_MIXED if mixed else _BITS_OF_WORDS)


def classes(text: str) -> int:
    """How many kinds of characters a password uses: lower case, upper case, digits, others."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
    return sum(any(kind(c) for c in text) for kind in kinds)
