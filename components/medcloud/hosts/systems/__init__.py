"""The operating systems that are known: one data file a system, found by walking this folder."""

from medcloud.hosts.systems.load import known_as, system, systems
from medcloud.hosts.systems.recognise import recognise
from medcloud.hosts.systems.system import System

__all__ = ["System", "known_as", "recognise", "system", "systems"]
