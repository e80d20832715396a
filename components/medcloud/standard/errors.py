"""What goes wrong with the catalogue."""


class CatalogueError(ValueError):
    """The catalogue cannot be used as it is, or was asked for what it does not hold; names file and id."""
