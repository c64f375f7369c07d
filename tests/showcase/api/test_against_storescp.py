"""A program that nobody here wrote is entered as the archive: its test says what it lacks."""

from pathlib import Path

import pytest

from showcase.client import EngineClient
from showcase.model.readiness import CheckState, Job
from tests.showcase.api.test_backstage import ACME, STORY, change
from tests.showcase.protocols.dicom.programs import storescp

pytestmark = pytest.mark.peer("dcmtk")


async def test_what_storescp_lacks_is_told_and_can_be_left_to_the_stand_in(
    client: EngineClient,
    tmp_path: Path,
) -> None:
    async with storescp(tmp_path / "kept") as there:
        at = {
            "systems.acme.dicom.port": str(there.port),
            "systems.acme.dicom.ae_title": there.ae_title,
        }
        file = await change(client, "", {**ACME, **at})
        answers = [
            each
            for each in await client.test(file, STORY, "archive", "DICOM")
            if each.question == "answer"
        ]
        assert {each.state for each in answers} == {CheckState.FAILED}
        assert {each.job for each in answers} == {Job.VENDOR}
        said = " ".join(each.words for each in answers)
        assert "Storage Commitment Push Model SOP Class" in said
        await change(client, file, {"systems.acme.takes": "RAD-8"})
        checks = await client.test(file, STORY, "archive", "DICOM")
        assert {each.state for each in checks} == {CheckState.READY}, checks
