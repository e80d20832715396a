"""Proofs that tests notice: each decider of an item is switched off in turn, and its tests must fail."""
