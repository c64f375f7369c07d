"""Invented logos of the vendors in `journey`: drawn for paper, for the night, and for an attack."""

import io

from PIL import Image, ImageDraw

_SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'>{inside}</svg>"
_LETTERS = (  # an N, an O, an R, a D; as paths, because no font is promised
    "M0 60V0h14l26 38V0h14v60H40L14 22v38z",
    "M92 0a30 30 0 1 1 -.1 0zm0 15a15 15 0 1 0 .1 0z",
    "M132 60V0h28a20 20 0 0 1 6 39l14 21h-17L150 40h-4v20zm14-33h12a7 7 0 0 0 0-14h-12z",
    "M190 60V0h22a30 30 0 0 1 0 60zm14-13h8a17 17 0 0 0 0-34h-8z",
)


def wordmark(colour: str) -> bytes:
    """A wide one: four letters and a mark."""
    letters = "".join(f"<path fill='{colour}' fill-rule='evenodd' d='{d}'/>" for d in _LETTERS)
    mark = "<circle cx='275' cy='30' r='20' fill='#e4572e'/>"
    return _SVG.format(
        width=340, height=100, inside=f"<g transform='translate(20 20)'>{letters}{mark}</g>"
    ).encode()


def ring(colour: str, ground: str | None = None) -> bytes:
    """A square one, as PNG; without a ground it is clear around the ring."""
    picture = Image.new("RGBA", (240, 240), ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((30, 30, 210, 210), outline=colour, width=34)
    draw.rectangle((104, 104, 136, 136), fill=colour)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


HOSTILE = _SVG.format(
    width=40, height=20, inside="<image href='file:///etc/hostname' width='40' height='20'/>"
).encode()


def logos() -> dict[str, bytes]:
    """By what stands for their digests."""
    return {
        "logo-northwind": wordmark("#123a6b"),
        "logo-meridian": ring("#ffffff"),
        "logo-crossref": ring("#ffffff", "#0a7d5a"),
        "logo-orthanc": HOSTILE,
    }
