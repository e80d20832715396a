"""The operating systems that are known: one data file a system, found by walking this folder."""

from medcloud.hosts.systems.load import system, systems
from medcloud.hosts.systems.recognise import recognise
from medcloud.hosts.systems.system import System

__all__ = ["System", "recognise", "system", "systems"]
