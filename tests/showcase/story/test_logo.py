"""What may be a logo, and what may not, in words."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from showcase.story.cast import cast_from
from showcase.story.fault import Faults
from showcase.story.logo import MAX_BYTES, Unfit, judged, read_logo
from showcase.story.yaml_source import parse_source
from tests.showcase.story.specimens import CAST, replaced

SVG = """\
<?xml version="1.0"?>
<!-- drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
     xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 40 20">
  <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/></linearGradient>
    <path id="p" d="M 0 0 L 10 10"/></defs>
  <style>.a { fill: url(#g) }</style>
  <inkscape:namedview/>
  <rect class="a" width="40" height="20" fill="url(#g)"/><use xlink:href="#p"/>
</svg>
"""


def png(width: int = 4, height: int = 3) -> bytes:
    buffer = BytesIO()
    Image.new("RGBA", (width, height), "#f00").save(buffer, "PNG")
    return buffer.getvalue()


def bad(data: bytes) -> str:
    with pytest.raises(Unfit) as error:
        judged(data)
    assert error.value.remedy
    return error.value.words


def drawn(inside: str) -> bytes:
    return SVG.replace("<inkscape:namedview/>", inside).encode()


def test_a_picture_is_called_by_its_digest() -> None:
    assert judged(png()).data == png()
    assert len(judged(SVG.encode()).digest) == 64


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>1</script>", "holds <script>, which a logo may not"),
        ("<image href='#p'/>", "holds <image>, which a logo may not"),
        ("<foreignObject/>", "holds <foreignObject>, which a logo may not"),
        ("<b xmlns='http://www.w3.org/1999/xhtml'/>", "holds <b>, which a logo may not"),
        ("<filter id='f'/>", "holds <filter>, which a logo may not"),
        ("<rect onload='go()'/>", "has the event handler `onload`"),
        ("<use xlink:href='http://a.b/c#d'/>", "refers to something outside itself"),
        ("<use href='file:///etc/passwd'/>", "refers to something outside itself"),
        ("<rect fill='url(http://a.b/c)'/>", "refers to something outside itself"),
        ("<rect style=\"fill: url( 'http://a.b/c')\"/>", "refers to something outside itself"),
        ("<style>@import 'a.css';</style>", "refers to something outside itself"),
        ("<?xml-stylesheet href='a.css'?>", "holds a processing instruction"),
        ("<g id='a'><use href='#p'/></g><use href='#a'/>", "repeats what repeats something"),
        ("<g id='a'><use href='#a'/></g>", "repeats what repeats something"),
    ],
)
def test_what_an_svg_may_not_hold(inside: str, words: str) -> None:
    assert bad(drawn(inside)) == words


def test_what_is_no_picture() -> None:
    assert bad(b"GIF89a") == "is neither PNG nor well-formed SVG"
    assert bad(b"<html/>") == "is XML, but no SVG"
    assert bad(b"<!DOCTYPE svg><svg/>") == "holds a document type declaration"
    assert bad(b"\x89PNG\r\n\x1a\n") == "breaks off before its size"
    assert bad(png()[:50]) == "is a damaged PNG"
    assert bad(b" " * (MAX_BYTES + 1)) == "is larger than 512 KB"


def test_a_bomb_is_told_by_its_head() -> None:
    head = png()
    wide = head[:16] + (60_000).to_bytes(4) + (60_000).to_bytes(4) + head[24:]
    assert bad(wide) == "has 60000 by 60000 pixels"
    assert bad(head[:16] + bytes(8) + head[24:]) == "has 0 by 0 pixels"


def test_a_logo_lies_beside_its_cast(tmp_path: Path) -> None:
    folder = tmp_path / "casts"
    folder.mkdir()
    (tmp_path / "outside.png").write_bytes(png())
    (folder / "in.png").write_bytes(png())
    assert read_logo(folder, "in.png") == judged(png())
    for name, words in {
        "../outside.png": "lies outside the cast's folder",
        str(tmp_path / "outside.png"): "lies outside the cast's folder",
        "nowhere.png": "is not there",
        ".": "is not there",
    }.items():
        with pytest.raises(Unfit) as error:
            read_logo(folder, name)
        assert error.value.words == words


def test_a_cast_hands_out_its_logos(tmp_path: Path) -> None:
    (tmp_path / "acme.png").write_bytes(png())
    text = replaced(CAST, "vendor: Acme\n", "vendor: Acme\n    logo: acme.png\n")
    found = cast_from(parse_source(text.encode(), str(tmp_path / "cast.yaml")))
    digest = judged(png()).digest
    assert found.vendors["index"].logo == digest
    assert found.logos == {digest: png()}


def test_a_bad_logo_is_a_fault_of_its_cast(tmp_path: Path) -> None:
    (tmp_path / "acme.svg").write_text("<svg/>")
    text = replaced(CAST, "vendor: Acme\n", "vendor: Acme\n    logo: acme.svg\n")
    with pytest.raises(Faults) as error:
        cast_from(parse_source(text.encode(), str(tmp_path / "cast.yaml")))
    (fault,) = error.value.faults
    assert (fault.line, fault.words) == (6, "`acme.svg` is XML, but no SVG")
