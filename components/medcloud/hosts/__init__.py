"""Domestic hosts hardened to level 3 of classified protection: by stage, each imports only those before it.

state, systems: what a host is like. case: one control on one host. inventory: which hosts there are.
change: edits over a host's files. settings: what is as wanted or not. controls: which settings, by which
clauses. audit: judged, and what would be changed. apply: the change as a transaction. report: for people and
machines. run: many hosts, over pyinfra.
"""
