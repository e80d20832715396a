"""How easily a shared key or password is guessed. Nothing here returns any part of what it is given."""

from __future__ import annotations

import math
from collections import Counter

_BITS_A_CHARACTER = 3.25  # random hex digits have about 3.6, random letters and digits 4.3


def entropy(text: str) -> float:
    """Shannon entropy of a text's characters, bits a character."""
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values()) if text else 0.0


def is_guessable(text: str, length: int) -> bool:
    """Whether a key is shorter than `length` characters or repeats itself too much."""
    return len(text) < length or entropy(text) < _BITS_A_CHARACTER


def classes(text: str) -> int:
    """How many kinds of characters a password uses: lower case, upper case, digits, others."""
    kinds = (str.islower, str.isupper, str.isdigit, lambda c: not c.isalnum())
    return sum(any(kind(c) for c in text) for kind in kinds)
