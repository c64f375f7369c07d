from pathlib import Path

from tests.showcase.standins.hospital import hospital

HEAD = "MSH|^~\\&|READ|X|EHR|hospital|20261124||ORU^R01|7|T|2.5\r"
PID = "PID|||5^^^ALBA&1.2.3.1&ISO||Stone^Edna\r"


def oru(text: str, accession: str = "A7") -> str:
    fields = {2: "P9", 4: "CT^Chest^ALBA", 18: accession, 25: "F"}
    obr = "|".join(fields.get(number, "") for number in range(1, 26))
    return f"{HEAD}{PID}OBR|{obr}\rOBX|1|TX|^SR Text||{text}||||||F\r"


async def test_strangers_report_is_filed(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        assert (await house.ask("ehr", oru("All~well"))).get("MSA-1") == "AA"
        report = house["ehr"].memory.reports["A7"]
        assert (report.text, report.title, report.person.id) == ("All\nwell", "Chest", "5")


async def test_later_report_replaces_and_is_the_last(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        await house.ask("ehr", oru("one"))
        await house.ask("ehr", oru("other", "A8"))
        await house.ask("ehr", oru("two"))
        texts = [report.text for report in house["ehr"].memory.reports.values()]
        assert texts == ["other", "two"]


async def test_empty_report_is_refused(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        answer = await house.ask("ehr", oru(""))
        assert (answer.get("MSA-1"), answer.get("ERR-2")) == ("AE", "OBX^1^5")
        assert not house["ehr"].memory.reports


async def test_each_report_of_a_message_is_filed_under_its_own_number(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        _, _, second = oru("other", "A8").partition("OBR|")
        assert (await house.ask("ehr", f"{oru('one')}OBR|{second}")).get("MSA-1") == "AA"
        reports = house["ehr"].memory.reports
        assert {key: report.text for key, report in reports.items()} == {"A7": "one", "A8": "other"}


async def test_one_report_on_two_orders_is_one(tmp_path: Path) -> None:
    async with hospital(tmp_path) as house:
        fields = {2: "P8", 4: "CT^Neck^ALBA", 18: "A8"}
        linked = "|".join(fields.get(number, "") for number in range(1, 26))
        await house.ask("ehr", f"{oru('both')}OBR|{linked}\r")
        assert [each.text for each in house["ehr"].memory.reports.values()] == ["both"]
