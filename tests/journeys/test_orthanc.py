"""The whole story, with the archive played by a program that nobody here wrote."""

from pathlib import Path

import pytest

from showcase.model.events import RunStarted
from showcase.model.exchange import Outcome
from showcase.model.system import Dicom
from tests.journeys.relay import free_port
from tests.journeys.staging import played
from tests.showcase.protocols.dicom.programs import orthanc

CAST = """\
format: 1
title: Orthanc plays the archive
systems:
  orthanc:
    vendor: Orthanc
    dicom: {{host: 127.0.0.1, port: {archive}, ae_title: ORTHANC}}
    takes: [RAD-8, RAD-10, RAD-14, RAD-16]
    deadline: 20
roles: {{archive: orthanc}}
standins:
  roles:
    ct: {{dicom: {{port: {ct}, ae_title: CT}}}}
    reading: {{dicom: {{port: {reading}, ae_title: READING}}}}
"""


@pytest.mark.peer("orthanc")
async def test_chest_pain_ends_true_with_orthanc_as_the_archive(tmp_path: Path) -> None:
    ports = {"ct": free_port(), "reading": free_port()}
    known = {
        key: Dicom(host="127.0.0.1", port=port, ae_title=key.upper()) for key, port in ports.items()
    }
    async with orthanc(tmp_path / "orthanc", known) as archive:
        cast = tmp_path / "cast.yaml"
        cast.write_text(CAST.format(archive=archive.port, **ports))
        async with played(tmp_path, "chest-pain", cast=str(cast)) as run:
            broken = [h for h in run.told() if h.verdict.outcome is not Outcome.ACKNOWLEDGED]
            assert broken == []
            assert [proof for proof in run.ended.proofs if not proof.holds] == []
            assert run.ended.held
            (started,) = [event for event in run.events if isinstance(event, RunStarted)]
            assert started.systems["archive"].assisted
            (delivered,) = run.hops(cue="deliver")
            assert (delivered.sender, delivered.receiver) == ("archive", "reading")
