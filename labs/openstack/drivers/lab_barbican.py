"""barbican's WSGI application with the paste file of the lab: barbican's own module has its path built in."""
# the services' environment is not the project's, and its packages carry no types
# mypy: ignore-errors

import os

import barbican.api.app  # noqa: F401 - parses $HOME/.barbican/barbican.conf
from paste import deploy

application = deploy.loadapp("config:" + os.environ["LAB_BARBICAN_PASTE"])
