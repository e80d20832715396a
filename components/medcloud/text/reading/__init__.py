"""Files that people write, read strictly: bytes, then text, then a tree that knows its places.

Whatever is wrong is said with file, line and remedy. It is left out of `medcloud.text`, as most of what
speaks reads nothing.
"""
