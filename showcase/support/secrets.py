"""What must not leave this machine is taken out of whatever does.

Two kinds of files leave it. Recorded exchanges are other people's bytes, and only what is a secret
beyond doubt is replaced in them: credentials of HTTP (RFC 9110, 11.6.2 and RFC 6265), passwords of
WS-Security (UsernameToken Profile 1.1.1, section 3.1), private keys. In texts of ours (logs,
reports, casts) whatever is called a password, a passphrase, a token or a key goes as well.
"""

import re
from collections.abc import Collection

LEFT_OUT = b"[left out]"

_HEADERS = rb"(?:proxy-)?authorization|(?:set-)?cookie|x-api-key|x-auth-token"
_NAMES = rb"pass(?:phrase|word|wd)|secret|token|credentials?|(?:api|private|door)[_-]?key"

_BEYOND_DOUBT = (
    (
        re.compile(
            rb"(-----BEGIN [A-Z ]*PRIVATE KEY-----)(?:(?!-----END)[\x09-\x7e])*"
            rb"(-----END [A-Z ]*PRIVATE KEY-----)?"
        ),
        rb"\1" + LEFT_OUT + rb"\2",
    ),
    (re.compile(rb"(?im)^((?:" + _HEADERS + rb")[ \t]*:)[^\r\n]+"), rb"\1 " + LEFT_OUT),
    (re.compile(rb"(?i)\b(bearer[ \t]+)[\w.~+/=-]{8,}"), rb"\1" + LEFT_OUT),
    (
        re.compile(rb"(?i)(<(?:[\w.-]+:)?(?:Password|BinarySecurityToken)\b[^>]*>)[^<]+"),
        rb"\1" + LEFT_OUT,
    ),
)
_SHOWN = (
    re.compile(rb"(?im)^(?:proxy-)?authorization[ \t]*:[ \t]*(?:[\w-]+[ \t]+)?([^\r\n]+)"),
    re.compile(rb"(?im)^(?:(?:set-)?cookie|x-api-key|x-auth-token)[ \t]*:[ \t]*([^\r\n]+)"),
    re.compile(rb"(?i)\bbearer[ \t]+([\w.~+/=-]{8,})"),
    re.compile(rb"(?i)<(?:[\w.-]+:)?(?:Password|BinarySecurityToken)\b[^>]*>([^<]+)"),
)
_IN_TEXTS = (
    (re.compile(rb"(?i)\b([a-z][a-z0-9+.-]*://)[^\s/@\"']+@"), rb"\1" + LEFT_OUT + rb"@"),
    (
        re.compile(
            rb"(?i)([\"']?[\w-]*(?:" + _NAMES + rb")[\"']?[ \t]*[:=][ \t]*)"
            rb"(\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s,;&}\])]+)"
        ),
        rb"\1" + LEFT_OUT,
    ),
    # a door, as the engine prints it
    (re.compile(rb"([\"']?\bkey[\"']?[ \t]*[:=][ \t]*[\"']?)[\w-]{24,}"), rb"\1" + LEFT_OUT),
)


def credentials(recorded: bytes) -> set[str]:
    """What somebody showed in recorded bytes to be let in.

    It is a secret wherever else it stands: on a page, say, that shows the message to people.
    Values of fewer than six letters are left to `without_credentials`: they occur by chance.
    """
    found = {match.group(1) for shown in _SHOWN for match in shown.finditer(recorded)}
    return {each.decode(errors="replace") for each in found if len(each) > 5}


def without_credentials(recorded: bytes, known: Collection[str] = ()) -> bytes:
    """Recorded bytes without what is a secret beyond doubt.

    Args:
        recorded: An exchange, one direction of it.
        known: Secrets of this machine; wherever they occur, they go.
    """
    for pattern, rest in _BEYOND_DOUBT:
        recorded = pattern.sub(rest, recorded)
    for secret in filter(None, known):
        recorded = recorded.replace(secret.encode(), LEFT_OUT)
    return recorded


def without_secrets(text: str, known: Collection[str] = ()) -> str:
    """A text of ours without anything that is called a secret, or looks like one.

    Args:
        text: Lines of a log, a cast, a report.
        known: Secrets of this machine; wherever they occur, they go.
    """
    found = without_credentials(text.encode(errors="replace"), known)
    for pattern, rest in _IN_TEXTS:
        found = pattern.sub(rest, found)
    return found.decode(errors="replace")
