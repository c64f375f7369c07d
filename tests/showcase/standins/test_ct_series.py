from io import BytesIO
from itertools import pairwise

from PIL import Image
from pydicom import dcmread

from showcase.protocols.dicom.identity import issuer
from showcase.protocols.dicom.part10 import head
from showcase.standins.ct_series import Scan, scan
from showcase.wire.clock import SystemClock
from tests.showcase.protocols.dicom.samples import worklist_item

NOW = SystemClock().now()


def made() -> Scan:
    return scan(worklist_item(), count=4, station="CT", now=NOW)


def test_every_image_says_what_the_worklist_answered() -> None:
    for number, file in enumerate(made().files, 1):
        image = dcmread(BytesIO(head(file) + file.data))
        assert image.PatientID == "40213"
        assert issuer(image) == ("ALBA", "1.2.3.1")
        assert image.AccessionNumber == "A1"
        assert image.StudyInstanceUID == "2.25.4711"
        (requested,) = image.RequestAttributesSequence
        assert requested.RequestedProcedureID == "RP1"
        assert requested.ScheduledProcedureStepID == "SPS1"
        assert image.InstanceNumber == number
        assert image.SOPInstanceUID == file.sop_instance
        assert list(image.ImageType) == ["ORIGINAL", "PRIMARY", "AXIAL"]
        assert image.pixel_array.shape == (512, 512)


def test_slices_lie_one_above_the_other() -> None:
    images = [dcmread(BytesIO(head(file) + file.data)) for file in made().files]
    places = [float(image.ImagePositionPatient[2]) for image in images]
    assert places == sorted(places)
    gaps = {round(b - a, 2) for a, b in pairwise(places)}
    assert gaps == {float(images[0].SliceThickness)}
    assert len({image.FrameOfReferenceUID for image in images}) == 1


def test_two_scans_share_no_identity() -> None:
    one, two = made(), made()
    assert one.series_uid != two.series_uid
    assert not set(one.references) & set(two.references)


def test_thumbnails_are_pictures() -> None:
    for thumbnail in made().thumbnails:
        assert Image.open(BytesIO(thumbnail)).size == (256, 256)


def test_nothing_beyond_the_worklist_is_said_of_the_patient() -> None:
    item = worklist_item()
    del item.PatientSex, item.IssuerOfPatientID, item.IssuerOfPatientIDQualifiersSequence
    (file,) = scan(item, count=1, station="CT", now=NOW).files
    image = dcmread(BytesIO(head(file) + file.data))
    assert not image.PatientSex
    assert issuer(image) == ("", "")
