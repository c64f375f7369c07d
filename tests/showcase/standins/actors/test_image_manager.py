from pathlib import Path

from tests.showcase.standins.hospital import ORDER, ROSA, hospital

HEAD = "MSH|^~\\&|RIS|X|ARCHIVE|hospital|1||ORM^O01|7|T|2.3.1\r"
PID = "PID|||5^^^ALBA&1.2.3.1&ISO||Stone^Edna||19500101|F\r"


def orm(control: str, accession: str = "A7", zds: str = "ZDS|2.25.7^X^Application^DICOM\r") -> str:
    fields = {2: "P9", 4: "CT^Chest", 18: accession, 19: "RP7", 20: "SPS7", 24: "CT"}
    obr = "|".join(fields.get(number, "") for number in range(1, 25))
    return f"{HEAD}{PID}ORC|{control}|P9\rOBR|{obr}\r{zds}"


async def test_archive_expects_what_the_ris_scheduled(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.prompt("ITI-31", "desk", "ehr", **ROSA)
        await house.prompt("RAD-2", "ehr", "ris", **ORDER)
        (scheduled,) = house["ris"].memory.orders.values()
        (expected,) = house["archive"].memory.orders.values()
        for name in (
            "accession",
            "study",
            "procedure_id",
            "step_id",
            "modality",
            "start",
            "person",
        ):
            assert getattr(expected, name) == getattr(scheduled, name)


async def test_stranger_may_schedule_change_and_cancel(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        orders = house["archive"].memory.orders
        await house.ask("archive", orm("NW"))
        assert orders["A7"].study == "2.25.7"
        await house.ask("archive", orm("XO", zds="ZDS|2.25.8\r"))
        assert orders["A7"].study == "2.25.8"
        await house.ask("archive", orm("CA", zds=""))
        assert not orders


async def test_procedure_is_cancelled_by_its_order_numbers_too(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("archive", orm("NW"))
        await house.ask("archive", orm("NW", accession="A8").replace("P9", "P10"))
        assert (await house.ask("archive", f"{HEAD}{PID}ORC|CA|P9\r")).get("MSA-1") == "AA"
        assert list(house["archive"].memory.orders) == ["A8"]


async def test_procedure_without_study_is_refused(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("archive", orm("NW", zds=""))
        assert answer.get("MSA-1") == "AE"
        assert answer.get("ERR-1").startswith("ZDS^1^1^101")
        assert not house["archive"].memory.orders


async def test_a_scheduler_of_the_2_5_1_option_is_understood(tmp_path: Path) -> None:
    head = HEAD.replace("ORM^O01", "OMI^O23^OMI_O23").replace("2.3.1", "2.5.1")
    order = "ORC|NW|P9\rTQ1|1||||||20261124103015\rOBR|1|P9||CT^Chest\r"
    async with hospital(tmp_path) as house:
        answer = await house.ask("archive", f"{head}{PID}{order}IPC|A7|RP7|2.25.7|SPS7|CT\r")
        assert (answer.get("MSA-1"), answer.get("MSH-9")) == ("AA", "ACK^O23^ACK")
        assert house["archive"].memory.orders["A7"].study == "2.25.7"
        assert [hop.transaction for hop in house.hops_ended()] == ["RAD-4"]
