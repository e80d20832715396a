"""The Pulumi engine as the rest of the house meets it: commands, states, event logs, projects.

One module a concern. Nothing here knows a region file or a plan.
"""
