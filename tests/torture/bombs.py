"""Named bombs: each is small on the wire, or claims to be large, and goes off in a naive reader."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture.seeds import Seed

_SECRET = b"bait-that-nobody-may-read"
_RELEASE = bytes.fromhex("05 00 00000004 00000000")


@dataclass
class Bait:
    """A file and a port that no reader of ours may touch."""

    file: Path
    port: int = 0
    touched: list[str] = field(default_factory=list)

    @property
    def secret(self) -> bytes:
        return _SECRET

    async def touch(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.touched.append((await reader.read(100)).decode(errors="replace"))
        writer.close()


@asynccontextmanager
async def bait(folder: Path) -> AsyncIterator[Bait]:
    """Put bait out."""
    file = folder / "bait.txt"
    file.write_bytes(_SECRET)
    laid = Bait(file)
    server = await asyncio.start_server(laid.touch, "127.0.0.1", 0)
    laid.port = server.sockets[0].getsockname()[1]
    try:
        yield laid
    finally:
        server.close()


@dataclass(frozen=True)
class Bomb:
    """What is thrown at whom."""

    name: str
    seed: Seed


def bombs(seeds: list[Seed], laid: Bait) -> list[Bomb]:
    """Every bomb, at the port it is made for."""
    by = {(each.transaction, each.role): each for each in seeds}
    return [
        *_xml(by["ITI-18", "registry"], laid),
        *_http(by["ITI-18", "registry"]),
        *_packages(by["ITI-41", "repository"], laid),
        *_hl7(by["ITI-31", "ehr"]),
        *_dicom(by["RAD-8", "archive"]),
        *_queries(by["RAD-14", "archive"]),
    ]


def _xml(seed: Seed, laid: Bait) -> list[Bomb]:
    head, _, body = seed.request.partition(b"\r\n\r\n")
    start = body.index(b"Envelope") - 1 - len(body[: body.index(b"Envelope")].rpartition(b"<")[2])
    document = body[start:]

    def declared(dtd: bytes, reference: bytes) -> bytes:
        inside, after, rest = document.partition(b"Body>")
        return b"<!DOCTYPE x [" + dtd + b"]>" + inside + after + reference + rest

    laughs = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
    )
    url = b"http://127.0.0.1:%d/" % laid.port
    made: dict[str, bytes] = {
        "entity expansion": declared(laughs, b"&a11;"),
        "quadratic entity": declared(b'<!ENTITY a "' + b"A" * 100_000 + b'">', b"&a;" * 10_000),
        "external entity (file)": declared(
            b'<!ENTITY x SYSTEM "file://' + str(laid.file).encode() + b'">', b"&x;"
        ),
        "external entity (http)": declared(b'<!ENTITY x SYSTEM "' + url + b'">', b"&x;"),
        "external DTD": b'<!DOCTYPE x SYSTEM "' + url + b'x.dtd">' + document,
        "parameter entity": declared(b'<!ENTITY % p SYSTEM "' + url + b'p">%p;', b""),
        "xi:include": document.replace(
            b"Body>",
            b'Body><i:include xmlns:i="http://www.w3.org/2001/XInclude" parse="text" href="file://'
            + str(laid.file).encode()
            + b'"/>',
            1,
        ),
        "deep nesting": document.replace(
            b"Body>", b"Body>" + b"<a>" * 200_000 + b"</a>" * 200_000, 1
        ),
        "million attributes": document.replace(
            b"Body>", b"Body><a " + b"".join(b'b%d="" ' % n for n in range(200_000)) + b"/>", 1
        ),
        "million elements": document.replace(b"Body>", b"Body>" + b"<a/>" * 1_000_000, 1),
        "long name": document.replace(b"Body>", b"Body><" + b"a" * 5_000_000 + b"/>", 1),
        "UTF-16 with a DTD": declared(laughs, b"&a11;").decode().encode("utf-16"),
        "bytes of gzip": gzip.compress(b"<a>" * 10_000_000),
    }
    return [Bomb(f"XML: {name}", _posted(seed, head, body)) for name, body in made.items()]


def _http(seed: Seed) -> list[Bomb]:
    head, _, body = seed.request.partition(b"\r\n\r\n")
    bare = b"\r\n".join(
        each for each in head.split(b"\r\n") if not each.lower().startswith(b"content-length")
    )
    zipped = gzip.compress(b"\0" * 50_000_000)
    end = b"\r\n\r\n"
    made = {
        "gzip": bare
        + b"\r\nContent-Encoding: gzip\r\nContent-Length: %d" % len(zipped)
        + end
        + zipped,
        "4 GiB claimed": bare + b"\r\nContent-Length: 4294967296" + end + body,
        "2**64 claimed": bare + b"\r\nContent-Length: 18446744073709551616" + end + body,
        "negative length": bare + b"\r\nContent-Length: -1" + end + body,
        "two lengths": head + b"\r\nContent-Length: 1" + end + body,
        "4 GiB chunk": bare + b"\r\nTransfer-Encoding: chunked" + end + b"FFFFFFFF\r\n" + body,
        "endless chunk size": bare + b"\r\nTransfer-Encoding: chunked" + end + b"F" * 1_000_000,
        "10,000 headers": bare + b"".join(b"\r\nX-%d: y" % n for n in range(10_000)) + end,
        "endless header": bare + b"\r\nX: " + b"y" * 5_000_000,
        "endless target": b"POST /" + b"x" * 5_000_000,
    }
    return [
        Bomb(f"HTTP: {n}", Seed(seed.transaction, seed.role, "SOAP", (r,))) for n, r in made.items()
    ]


def _packages(seed: Seed, laid: Bait) -> list[Bomb]:
    head, _, body = seed.request.partition(b"\r\n\r\n")
    boundary = body[: body.index(b"\r\n")]
    part = boundary + b"\r\nContent-ID: <%d@x>\r\nContent-Type: text/plain\r\n\r\n\r\n"
    closing = boundary + b"--"
    many = b"".join(part % n for n in range(10_000))
    unique = body.index(b"XDSDocumentEntry.uniqueId")
    value = (
        body.index(b'value="', unique)
        if b'value="' in body[unique:]
        else body.rindex(b'value="', 0, unique)
    )
    stop = body.index(b'"', value + 7)
    made = {
        "10,000 parts": body.replace(closing, many + closing),
        "document id that climbs": body[: value + 7] + b"../../../../climbed" + body[stop:],
        "include of a file": body.replace(b"cid:", b"file://" + str(laid.file).encode() + b"#", 1),
        "include of itself": body.replace(b"cid:", b"cid:cid:", 1),
        "no closing boundary": body.replace(closing, b""),
        "endless part head": body.replace(closing, boundary + b"\r\nX: " + b"y" * 4_000_000),
        "quoted-printable": body.replace(b"binary", b"quoted-printable"),
        "boundary on each line": boundary + b"\r\n" + (boundary + b" x\r\n") * 100_000,
    }
    return [Bomb(f"MTOM: {name}", _posted(seed, head, body)) for name, body in made.items()]


def _posted(seed: Seed, head: bytes, body: bytes) -> Seed:
    lines = [each for each in head.split(b"\r\n") if not each.lower().startswith(b"content-length")]
    lines.append(b"Content-Length: %d" % len(body))
    request = b"\r\n".join(lines) + b"\r\n\r\n" + body
    return Seed(seed.transaction, seed.role, "SOAP", (request,))


def _hl7(seed: Seed) -> list[Bomb]:
    message = seed.request[1:-2]
    segments = message.split(b"\r")
    name = segments[2].split(b"|")[5]

    def framed(payload: bytes) -> bytes:
        return b"\x0b" + payload + b"\x1c\r"

    made = {
        "100,000 segments": framed(message + b"NTE|1||x\r" * 100_000),
        "100,000 repetitions": framed(message.replace(name, b"~".join([name] * 100_000))),
        "100,000 components": framed(message.replace(name, b"^" * 100_000)),
        "8 MB field": framed(message.replace(name, b"A" * 8_000_000)),
        "escapes": framed(
            message.replace(name, b"\\X" + b"41" * 500_000 + b"\\" + b"\\F" * 500_000)
        ),
        "never ends": b"\x0b" + message + b"x" * 8_000_000,
        "only marks": b"\x0b\x1c\r" * 20_000,
        "only starts": b"\x0b" * 1_000_000,
        "noise": b"GET / HTTP/1.1\r\n" * 100_000,
        "no separators": framed(b"MSH" + b"\r".join(segments[1:])),
        "strange separators": framed(message.replace(b"|", b"\r", 6)),
        "charset that is none": framed(message + b"MSH|^~\\&|||||||||||||||||../../../etc/passwd"),
    }
    return [
        Bomb(f"HL7: {n}", Seed(seed.transaction, seed.role, "HL7", (r,))) for n, r in made.items()
    ]


def _pdu(kind: int, body: bytes) -> bytes:
    return bytes((kind, 0)) + len(body).to_bytes(4, "big") + body


def _dataset(context: int, data: bytes) -> bytes:
    pieces = [data[at : at + 60_000] for at in range(0, len(data), 60_000)] or [b""]
    return b"".join(
        _pdu(
            4, (len(p) + 2).to_bytes(4, "big") + bytes((context, 2 if n == len(pieces) else 0)) + p
        )
        for n, p in enumerate(pieces, 1)
    )


def _dicom(seed: Seed) -> list[Bomb]:
    asked, rest = seed.pieces
    size = 6 + int.from_bytes(rest[2:6], "big")
    command, context = rest[:size], rest[10]
    dataset_head = bytes.fromhex("0800 1600 5549 0200 312e")
    claims = bytes.fromhex("e07f 1000 4f57 0000 ffffffff")
    item = bytes.fromhex("4000 0001 5351 0000 ffffffff feff 00e0 ffffffff")
    contexts = asked[:74] + asked[74:] * 1
    climbing = command.replace(b"1.2", b"../", 1)
    made: dict[str, tuple[bytes, ...]] = {
        "4 GiB PDU": (b"\x01\x00\xff\xff\xff\xff" + asked[6:],),
        "4 GiB PDV": (asked, b"\x04\x00\x00\x00\x00\x10\xff\xff\xff\xff" + rest[10:22]),
        "4 GiB element": (asked, command + _dataset(context, dataset_head + claims) + _RELEASE),
        "no type": (b"\x99" + asked[1:],),
        "data first": (rest, asked),
        "asks twice": (asked, asked + rest),
        "nested sequences": (asked, command + _dataset(context, item * 20_000) + _RELEASE),
        "never the last fragment": (
            asked,
            command + _dataset(context, b"\0" * 8_000_000)[:-60_012] + _RELEASE,
        ),
        "1,000 contexts": (_pdu(1, contexts[6:74] + _context_items(asked) * 250),),
        "instance that climbs": (asked, climbing + rest[size:]),
        "command that never ends": (asked, command[:11] + b"\x01" + command[12:] + command * 100),
        "deflated": (
            asked,
            command + _dataset(context, zlib.compress(b"\0" * 50_000_000)) + _RELEASE,
        ),
        "aborts": (asked, bytes.fromhex("07 00 00000004 00 00 00 00") * 10_000),
    }
    return [
        Bomb(f"DICOM: {n}", Seed(seed.transaction, seed.role, "DICOM", p)) for n, p in made.items()
    ]


def _context_items(asked: bytes) -> bytes:
    """The presentation contexts of an association request (PS3.8 9.3.2.2)."""
    found, at = b"", 74
    while at + 4 <= len(asked):
        end = at + 4 + int.from_bytes(asked[at + 2 : at + 4], "big")
        found += asked[at:end] if asked[at] == 0x20 else b""
        at = end
    return found


def _queries(seed: Seed) -> list[Bomb]:
    asked, rest = seed.pieces
    size = 6 + int.from_bytes(rest[2:6], "big")
    command, context = rest[:size], rest[10]

    def query(tag: str, vr: bytes, value: bytes) -> bytes:
        group = bytes.fromhex(tag)
        return group + vr + len(value).to_bytes(2, "little") + value

    level = query("0800 5200", b"CS", b"STUDY ")
    made: dict[str, bytes] = {
        "wildcards": level + query("1000 1000", b"PN", b"*?" * 15_000 + b"x"),
        "10,000 UIDs": level + query("2000 0d00", b"UI", b"1.2\\" * 10_000),
        "dates": level + query("0800 2000", b"DA", b"99999999-00000000"),
    }
    return [
        Bomb(
            f"C-FIND: {name}",
            Seed(
                seed.transaction,
                seed.role,
                "DICOM",
                (asked, command + _dataset(context, data) + _RELEASE),
            ),
        )
        for name, data in made.items()
    ]
