"""The operating systems that are known: one data file a system, found by walking this folder."""

from .load import system, systems
from .recognise import recognise
from .system import System

__all__ = ["System", "recognise", "system", "systems"]
