"""What readiness says of a system that cannot play, for `ui.faults`: see `ui.fault_words`.

What is ready is not listed: a window shows a tick.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

_SENTENCES = (
    # the verdict
    QT_TRANSLATE_NOOP("Fault", "Ready: {ready} of {all}."),
    QT_TRANSLATE_NOOP("Fault", "{lost}, a stand-in will play."),
    QT_TRANSLATE_NOOP("Fault", "{lost}, stand-ins will play."),
    QT_TRANSLATE_NOOP("Fault", "{name} cannot open its port: {why}"),
    # a system
    QT_TRANSLATE_NOOP("Fault", "{address} does not even refuse: nothing came back."),
    QT_TRANSLATE_NOOP(
        "Fault", "Check the cable and the address; a firewall may swallow what we send."
    ),
    QT_TRANSLATE_NOOP("Fault", "{address} was not done within {seconds} seconds."),
    QT_TRANSLATE_NOOP("Fault", "Ask that system alone, and look at the network."),
    QT_TRANSLATE_NOOP("Fault", "Its certificate ends {day}."),
    QT_TRANSLATE_NOOP("Fault", "It does not ask who calls."),
    QT_TRANSLATE_NOOP("Fault", "{version}; {subject}, from {issuer}, until {day}."),
    QT_TRANSLATE_NOOP(
        "Fault", "Have them install a new one; “showcase cert issue” makes one of ours."
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Have them demand a certificate of their callers: ITI-19 wants both sides to show one.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "{address} takes the connection but answers no HL7 message within {seconds} seconds.",
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "See that its receiver runs, and that it answers messages it does not know with AR "
        "(HL7 v2.5, 2.9.2.2).",
    ),
    QT_TRANSLATE_NOOP("Fault", "As {caller}: {said}"),
    QT_TRANSLATE_NOOP("Fault", "{peer} does not offer {caller} what the story needs: {names}."),
    QT_TRANSLATE_NOOP(
        "Fault", "Enable it in that system, or take the transaction out of `takes:`."
    ),
    QT_TRANSLATE_NOOP("Fault", "{peer} takes the association but not C-ECHO."),
    QT_TRANSLATE_NOOP(
        "Fault", "Every application entity that accepts associations shall (PS3.4 A.2)."
    ),
    QT_TRANSLATE_NOOP("Fault", "{peer} answers C-ECHO with {status}."),
    QT_TRANSLATE_NOOP("Fault", "It answers with HTTP {status}, and no SOAP."),
    QT_TRANSLATE_NOOP("Fault", "Look into that system's log, and check the URL in the cast."),
    QT_TRANSLATE_NOOP("Fault", "A web server answers, but there is nothing at {url}."),
    QT_TRANSLATE_NOOP("Fault", "Correct the path of the URL in the cast."),
    QT_TRANSLATE_NOOP(
        "Fault", "A web server answers, and sends us to another address (HTTP {status})."
    ),
    QT_TRANSLATE_NOOP("Fault", "It speaks SOAP 1.1 and no newer one."),
    QT_TRANSLATE_NOOP("Fault", "Have them set it to SOAP 1.2 (IHE ITI TF-2 V.3.1)."),
    QT_TRANSLATE_NOOP("Fault", "It wants a login (HTTP 401)."),
    QT_TRANSLATE_NOOP("Fault", "It lets us in nowhere (HTTP 403)."),
    QT_TRANSLATE_NOOP("Fault", "Have them open it to our address."),
    QT_TRANSLATE_NOOP("Fault", "It answers with a page, and no SOAP."),
    QT_TRANSLATE_NOOP("Fault", "Correct the URL in the cast: this one is for people."),
    # clocks
    QT_TRANSLATE_NOOP("Fault", "Our clock is {much} ahead of {whose}."),
    QT_TRANSLATE_NOOP("Fault", "Our clock is {much} behind {whose}."),
    QT_TRANSLATE_NOOP("Fault", "Point that machine at the booth's time server (ITI-1)."),
    QT_TRANSLATE_NOOP("Fault", "The time server {address} does not answer."),
    QT_TRANSLATE_NOOP(
        "Fault", "Check its address under `time_server:`; a firewall may hold UDP 123 back."
    ),
    QT_TRANSLATE_NOOP("Fault", "The time server {address} gives no time: {why}."),
    QT_TRANSLATE_NOOP("Fault", "The time server {address} gives no time."),
    QT_TRANSLATE_NOOP("Fault", "Look at that server, or name another one under `time_server:`."),
    # this machine
    QT_TRANSLATE_NOOP("Fault", "Another program holds port {port}."),
    QT_TRANSLATE_NOOP("Fault", "Stop it, or give the stand-in another port in the cast."),
    QT_TRANSLATE_NOOP("Fault", "This machine cannot listen at {host}: {why}."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Correct `standins: {host: …}` in the cast: an address of this machine, or 127.0.0.1.",
    ),
)

_PIECES = (
    QT_TRANSLATE_NOOP("Fault", "{name} not found"),
    QT_TRANSLATE_NOOP("Fault", "{name} unreachable"),
    QT_TRANSLATE_NOOP("Fault", "{name} not to be trusted"),
    QT_TRANSLATE_NOOP("Fault", "{name} not answering as it should"),
    QT_TRANSLATE_NOOP("Fault", "{name} without a clock"),
    QT_TRANSLATE_NOOP("Fault", "its clock"),
    QT_TRANSLATE_NOOP("Fault", "{number} seconds"),
    QT_TRANSLATE_NOOP("Fault", "{number} minutes"),
    QT_TRANSLATE_NOOP("Fault", "{number} hours"),
)

# PySide says of a marked text only that it is an object
SENTENCES: tuple[str, ...] = tuple(map(str, _SENTENCES))
PIECES: tuple[str, ...] = tuple(map(str, _PIECES))
