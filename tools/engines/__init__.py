"""How the Pulumi engine, its language hosts and its providers come onto this machine.

An official `pulumi` that is installed comes first; otherwise everything is built from Go modules into a
cache outside the source tree. What is built is one table, `table.yaml`. See docs/engines.md.
"""
