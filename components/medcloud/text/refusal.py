"""The root of every error of medcloud: what is of this class is told to people, all else is our fault."""

from __future__ import annotations

from medcloud.text.finding import Finding
from medcloud.text.text import Text


class Refusal(Exception):
    """Something cannot be done, and its message says to people why, complete and in both languages.

    It is made of findings, texts, or sentences that are the same in both languages; as a string it is a
    line each, in the language that is spoken then.
    """

    exit_code = 1
    """Of the command that it ends."""

    def __init__(self, *said: Finding | Text | str) -> None:
        super().__init__(*said)

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))

    @property
    def text(self) -> Text:
        """What it says, to be kept until somebody reads it."""
        return Text.join("\n", (said.text if isinstance(said, Finding) else said for said in self.args))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, with its places; empty when it was said as a text."""
        return tuple(said for said in self.args if isinstance(said, Finding))
