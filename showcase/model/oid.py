"""Our own OID root, and UIDs below it.

The root is a UUID-derived OID (ITU-T X.667, arc 2.25): nobody else's, needing no registration.
Everything Showcase invents, it invents below this root.
"""

import secrets

ROOT = "2.25.27410903842671903311748915077216340"
"""OID of Showcase itself."""

AUTHORITIES = f"{ROOT}.1"
"""Arc of patient identifier domains."""

SYSTEMS = f"{ROOT}.2"
"""Arc of systems: repositoryUniqueId, sourceId."""

IMPLEMENTATION_CLASS = f"{ROOT}.3.1"
"""DICOM Implementation Class UID (PS3.7 D.3.3.2)."""

_INSTANCES = f"{ROOT}.4"


def fresh_uid() -> str:
    """A UID that was never used before, at most 64 characters (PS3.5 9.1)."""
    return f"{_INSTANCES}.{secrets.randbelow(10**18) + 10**18}"
