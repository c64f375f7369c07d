"""What a stand-in shows and believes over TLS, and what it says when that fails."""

from pathlib import Path

import msgspec
import pytest

from showcase.model.events import Noticed
from showcase.model.system import Mllp, Soap, Tls
from showcase.standins.security import believing, tls_of
from showcase.wire.failure import TlsRefused
from showcase.wire.tls import Credentials
from tests.showcase.standins.hospital import hospital, vendor
from tests.showcase.wire.booth import Booth

REFUSED = TlsRefused("127.0.0.1:5 speaks no TLS on this port.", remedy="Switch it on.")


def test_a_url_says_whether_tls_is_spoken() -> None:
    named = Soap(urls={}, tls=Tls(ca="acme.pem"))
    assert tls_of(named, "https://h/q") == Tls(ca="acme.pem")
    assert tls_of(Soap(urls={}), "https://h/q") == Tls()
    assert tls_of(None, "https://h/q") == Tls()
    assert tls_of(named, "http://h/q") is None


@pytest.mark.parametrize(
    ("tls", "trusted"),
    [
        (Tls(), ("ours.crt",)),
        (Tls(ca="theirs.crt"), ("theirs.crt",)),
        (Tls(pinned="its.crt"), ("its.crt",)),
        (Tls(ca="theirs.crt", pinned="its.crt"), ("theirs.crt", "its.crt")),
    ],
)
def test_a_peer_is_believed_for_what_the_cast_names_only(tls: Tls, trusted: tuple[str]) -> None:
    mine = Credentials(
        certificate=Path("me.crt"),
        key=Path("me.key"),
        trusted=(Path("ours.crt"), Path("somebody-elses.crt")),
    )
    assert believing(tls, mine).trusted == tuple(map(Path, trusted))


async def test_without_a_certificate_tls_is_refused_in_words(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        security = house["desk"].security
        assert security.clear
        assert security.door() is None
        assert security.towards(None, "ehr") is None
        with pytest.raises(TlsRefused, match="has no certificate to show"):
            security.towards(Tls(), "ehr")


async def test_a_context_knows_whom_it_is_for(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        desk = house["desk"]
        desk.listening = msgspec.structs.replace(
            desk.listening, tls=Booth(tmp_path / "booth").issue("us")
        )
        address = Mllp(host="127.0.0.1", port=1, application="A", facility="B", tls=Tls())
        house.book.vendors["ehr"] = vendor("acme", address)
        context = desk.security.towards(address.tls, "ehr")
        assert context
        assert context.who == house.book.called("ehr")
        assert desk.security.towards(address.tls, "ehr") is context


async def test_an_unusable_certificate_is_refused_in_words(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        desk = house["desk"]
        desk.listening = msgspec.structs.replace(
            desk.listening, tls=Booth(tmp_path / "booth").issue("us")
        )
        with pytest.raises(TlsRefused, match="cannot be used"):
            desk.security.towards(Tls(ca=str(tmp_path / "nowhere.pem")), "ehr")


async def test_a_lost_caller_is_noticed_by_name(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        address = Mllp(host="127.0.0.1", port=1, application="A", facility="B")
        house.book.vendors["ris"] = vendor("acme", address)
        house["ehr"].security._lost("127.0.0.1:5", REFUSED)
        (noticed,) = [each for each in house.notebook.events if isinstance(each, Noticed)]
    who = house.book.called("ris")
    assert noticed.role == "ehr"
    assert f"{who} (127.0.0.1:5) speaks no TLS on this port." in noticed.words
    assert noticed.remedy == "Switch it on."
