from showcase.model.system import Dicom, Endpoints, Mllp, Soap, Syslog

URL = "https://127.0.0.1:8443/xds/registry?a=b"


def test_everything_a_system_listens_on_moves_to_another_host() -> None:
    ends = Endpoints(
        hl7v2=Mllp(host="127.0.0.1", port=2575, application="RIS", facility="ALBA"),
        dicom=Dicom(host="127.0.0.1", port=104, ae_title="RIS"),
        soap=Soap(urls={"ITI-18": URL, "ITI-42": "http://127.0.0.1/xds"}),
        syslog=Syslog(host="127.0.0.1", port=514),
    )
    moved = ends.at("192.0.2.7")
    assert moved.hl7v2 == Mllp(host="192.0.2.7", port=2575, application="RIS", facility="ALBA")
    assert moved.dicom == Dicom(host="192.0.2.7", port=104, ae_title="RIS")
    assert moved.soap == Soap(
        urls={"ITI-18": URL.replace("127.0.0.1", "192.0.2.7"), "ITI-42": "http://192.0.2.7/xds"}
    )
    assert moved.syslog == Syslog(host="192.0.2.7", port=514)
    assert moved.at("127.0.0.1") == ends


def test_an_ipv6_address_stands_in_brackets_where_a_url_names_it() -> None:
    ends = Endpoints(soap=Soap(urls={"ITI-18": URL, "ITI-42": "http://127.0.0.1/xds"}))
    moved = ends.at("::1")
    assert moved.soap == Soap(
        urls={"ITI-18": URL.replace("127.0.0.1", "[::1]"), "ITI-42": "http://[::1]/xds"}
    )
    assert moved.places() == {"soap": ("::1", 8443)}
    assert moved.at("127.0.0.1") == ends


def test_what_a_system_does_not_speak_stays_unspoken() -> None:
    assert Endpoints().at("192.0.2.7") == Endpoints()


def test_places_are_told_by_protocol() -> None:
    ends = Endpoints(
        hl7v2=Mllp(host="127.0.0.1", port=1, application="A", facility="F"),
        dicom=Dicom(host="127.0.0.1", port=2, ae_title="A"),
        soap=Soap(urls={"ITI-18": "http://127.0.0.1:3/registry"}),
        syslog=Syslog(host="127.0.0.1", port=4),
    )
    found = {protocol: port for protocol, (_, port) in ends.places().items()}
    assert found == {"hl7v2": 1, "dicom": 2, "soap": 3, "syslog": 4}
    assert {host for host, _ in ends.places().values()} == {"127.0.0.1"}


def test_a_url_without_a_port_means_that_of_its_scheme() -> None:
    for url, port in ((URL, 8443), ("https://a/x", 443), ("http://a/x", 80)):
        assert Endpoints(soap=Soap(urls={"ITI-18": url})).places()["soap"][1] == port
