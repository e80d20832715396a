"""SM2, SM3 and X.509: signed documents and whom they can be relied on for.

``load_trust(folder)`` says whose signatures count; ``read_document(path).verify(trust, purpose, today=…)``
gives the signers or raises :class:`Refused` with what is wrong, where, and what to do.
"""

from medcloud.crypto.certificate import Certificate, parse_certificates
from medcloud.crypto.document import Document, Signature, parse_document, read_document
from medcloud.crypto.fields import Fields
from medcloud.crypto.keys import PrivateKey, load_key
from medcloud.crypto.refused import Refused, refuse
from medcloud.crypto.sm3 import digest, digest_file, hasher
from medcloud.crypto.trust import Trust, load_trust

__all__ = [
    "Certificate",
    "Document",
    "Fields",
    "PrivateKey",
    "Refused",
    "Signature",
    "Trust",
    "digest",
    "digest_file",
    "hasher",
    "load_key",
    "load_trust",
    "parse_certificates",
    "parse_document",
    "read_document",
    "refuse",
]
