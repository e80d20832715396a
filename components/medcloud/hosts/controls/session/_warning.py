"""What is shown before a login where a site has no text of its own."""

WARNING = (
    "警告：本系统仅限授权使用，一切操作均被监控、记录，并可作为证据。 "
    "WARNING: private system, authorised access only;"
    " all activity is monitored, recorded and may be evidence.\n"
)
"""One line: examiners read a banner as one, and a console has room for it."""
