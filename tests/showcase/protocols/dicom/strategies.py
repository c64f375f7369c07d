"""What hypothesis makes of DICOM: valid streams, cut anyhow, and noise."""

from hypothesis import strategies as st

from showcase.protocols.dicom import acse
from showcase.protocols.dicom.acse import Abort, Proposed, Request
from showcase.protocols.dicom.command import NO_DATASET, Command, Field
from showcase.protocols.dicom.dimse import Message, encode

CT = "1.2.840.10008.5.1.4.1.1.2"

uids = st.from_regex(r"\A1\.2(\.[1-9][0-9]{0,5}){1,6}\Z")
_ROLES = [(True, False), (False, True), (True, True)]
ae_titles = st.from_regex(r"\A[A-Z][A-Z0-9_]{0,15}\Z")


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """A C-STORE or C-ECHO request, with or without a dataset."""
    data = draw(st.one_of(st.none(), st.binary(max_size=300)))
    field = Field.C_ECHO if data is None else Field.C_STORE
    values: dict[str, int | str | tuple[int, ...]] = {
        "AffectedSOPClassUID": draw(uids),
        "CommandField": int(field),
        "MessageID": draw(st.integers(0, 0xFFFF)),
        "CommandDataSetType": NO_DATASET if data is None else 1,
    }
    if data is not None:
        values["AffectedSOPInstanceUID"] = draw(uids)
    return Message(1, Command(values), data)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """An A-ASSOCIATE-RQ as anybody may send it."""
    count = draw(st.integers(1, 4))
    contexts = tuple(
        Proposed(
            2 * n + 1, draw(uids), tuple(draw(st.lists(uids, min_size=1, max_size=3, unique=True)))
        )
        for n in range(count)
    )
    return Request(
        calling=draw(ae_titles),
        called=draw(ae_titles),
        contexts=contexts,
        roles={contexts[0].abstract: draw(st.sampled_from(_ROLES))},
        maximum_length=draw(st.sampled_from([0, 64, 16384, 131072])),
    )


streams = st.lists(
    st.one_of(
        messages().map(lambda message: b"".join(encode(message, 64))),
        requests().map(acse.encode_request),
        st.just(acse.RELEASE_RQ),
        st.just(acse.RELEASE_RP),
        st.just(acse.encode_abort(Abort(2, 2))),
    ),
    max_size=5,
).map(b"".join)
"""Bytes of whole PDUs, one after the other, in no sensible order."""


@st.composite
def cuts(draw: st.DrawFn, data: bytes) -> list[bytes]:
    """The same bytes in pieces."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), max_size=8)))
    ends = [*places, len(data)]
    return [data[a:b] for a, b in zip([0, *places], ends, strict=True)]
