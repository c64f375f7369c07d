"""A CT series of the phantom, with what the worklist answered in every header (PS3.3 A.3)."""

from dataclasses import dataclass
from datetime import datetime

from pydicom.dataset import Dataset

from showcase.model.oid import fresh_uid
from showcase.protocols.dicom import dataset as datasets
from showcase.protocols.dicom import identity
from showcase.protocols.dicom.negotiation import EXPLICIT_LITTLE
from showcase.protocols.dicom.part10 import File
from showcase.standins import phantom
from showcase.standins.pictures import png
from showcase.transactions.rad8 import CT_IMAGE_STORAGE

SEED = 1895
"""The thorax of the show."""

WINDOW = (40, 400)
"""Centre and width in HU at which soft tissue shows."""


@dataclass(frozen=True)
class Scan:
    """A series as it was made.

    Attributes:
        files: The images, ready to be sent.
        thumbnails: Three of them as PNG.
    """

    series_uid: str
    protocol: str
    description: str
    files: tuple[File, ...]
    thumbnails: tuple[bytes, ...]

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """SOP class and SOP instance UID of each image."""
        return tuple((file.sop_class, file.sop_instance) for file in self.files)


def scan(item: Dataset, *, count: int, station: str, now: datetime) -> Scan:
    """Make `count` images of whoever the worklist item names. Busy for a while: use a thread.

    Args:
        item: What the worklist answered; all demographics and identifiers come from it.
        count: Number of slices.
        station: Our station name.
        now: Local time.
    """
    pixels = phantom.volume(count, SEED)
    header = _header(item, station, now)
    files = tuple(_file(header, pixels[i], i, count) for i in range(count))
    shown = sorted({count // 8, count // 3, 2 * count // 3})
    return Scan(
        series_uid=str(header.SeriesInstanceUID),
        protocol=str(header.ProtocolName),
        description=str(header.SeriesDescription),
        files=files,
        thumbnails=tuple(
            png(pixels[i], center=WINDOW[0], width=WINDOW[1], size=256) for i in shown
        ),
    )


def made_before(header: Dataset, files: tuple[File, ...]) -> Scan:
    """A series that another scanner made, by its images as they were sent.

    Args:
        header: Of the first of them.
        files: All of them.
    """
    return Scan(
        series_uid=identity.text(header, "SeriesInstanceUID"),
        protocol=identity.text(header, "ProtocolName") or "Thorax",
        description=identity.text(header, "SeriesDescription"),
        files=files,
        thumbnails=(),
    )


def _header(item: Dataset, station: str, now: datetime) -> Dataset:
    """What all images of the series share."""
    found = Dataset()
    found.SOPClassUID = CT_IMAGE_STORAGE
    found.Modality = "CT"
    found.Manufacturer = "Showcase"
    found.InstitutionName = "TEST"
    found.StationName = station
    found.ManufacturerModelName = "Stand-in CT"
    found.BurnedInAnnotation = "YES"
    _patient(found, item)
    _study(found, item, now)
    _series(found, item, now)
    _geometry(found)
    return found


def _patient(found: Dataset, item: Dataset) -> None:
    for keyword in ("PatientName", "PatientID", "PatientBirthDate", "PatientSex"):
        setattr(found, keyword, item.get(keyword))
    identity.set_issuer(found, *identity.issuer(item))
    if identity.text(item, "AdmissionID"):
        found.AdmissionID = item.AdmissionID


def _study(found: Dataset, item: Dataset, now: datetime) -> None:
    found.StudyInstanceUID = item.StudyInstanceUID
    found.StudyDate, found.StudyTime = now.strftime("%Y%m%d"), now.strftime("%H%M%S")
    found.AccessionNumber = item.get("AccessionNumber")
    found.ReferringPhysicianName = item.get("ReferringPhysicianName")
    found.RequestingPhysician = item.get("RequestingPhysician")
    found.StudyID = item.get("RequestedProcedureID")
    found.StudyDescription = item.get("RequestedProcedureDescription")
    found.ProcedureCodeSequence = list(identity.items(item, "RequestedProcedureCodeSequence"))


def _series(found: Dataset, item: Dataset, now: datetime) -> None:
    step = identity.item(item, "ScheduledProcedureStepSequence")
    found.SeriesInstanceUID = fresh_uid()
    found.FrameOfReferenceUID = fresh_uid()
    found.SeriesNumber = 2
    found.SeriesDate, found.SeriesTime = now.strftime("%Y%m%d"), now.strftime("%H%M%S")
    found.AcquisitionDate, found.AcquisitionTime = found.SeriesDate, found.SeriesTime
    found.ContentDate, found.ContentTime = found.SeriesDate, found.SeriesTime
    found.SeriesDescription = "Thorax axial, contrast"
    found.ProtocolName = identity.text(step, "ScheduledProcedureStepDescription") or "Thorax"
    found.BodyPartExamined = "CHEST"
    found.PatientPosition = "HFS"
    found.PerformedProcedureStepDescription = found.ProtocolName
    requested = Dataset()
    requested.AccessionNumber = item.get("AccessionNumber")
    requested.StudyInstanceUID = item.StudyInstanceUID
    for keyword in ("RequestedProcedureID", "RequestedProcedureDescription"):
        setattr(requested, keyword, item.get(keyword))
    requested.ReasonForTheRequestedProcedure = item.get("ReasonForTheRequestedProcedure")
    requested.ScheduledProcedureStepID = step.get("ScheduledProcedureStepID")
    requested.ScheduledProcedureStepDescription = step.get("ScheduledProcedureStepDescription")
    requested.ScheduledProtocolCodeSequence = list(
        identity.items(step, "ScheduledProtocolCodeSequence")
    )
    found.RequestAttributesSequence = [requested]


def _geometry(found: Dataset) -> None:
    found.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    found.SamplesPerPixel = 1
    found.PhotometricInterpretation = "MONOCHROME2"
    found.Rows = found.Columns = phantom.SIZE
    found.PixelSpacing = [phantom.PIXEL, phantom.PIXEL]
    found.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    found.BitsAllocated, found.BitsStored, found.HighBit = 16, 16, 15
    found.PixelRepresentation = 1
    found.RescaleIntercept, found.RescaleSlope, found.RescaleType = 0, 1, "HU"
    found.WindowCenter, found.WindowWidth = WINDOW
    found.KVP = 120
    found.XRayTubeCurrent = 210
    found.ConvolutionKernel = "SOFT"
    found.GantryDetectorTilt = 0
    found.PositionReferenceIndicator = None
    found.AcquisitionNumber = 1


def _file(header: Dataset, pixels: phantom.Image, index: int, count: int) -> File:
    thickness = phantom.EXTENT / count
    corner = -(phantom.SIZE - 1) / 2 * phantom.PIXEL
    uid = fresh_uid()
    image = Dataset()
    image.update(header)
    image.SOPInstanceUID = uid
    image.InstanceNumber = index + 1
    image.SliceThickness = round(thickness, 3)
    image.SpacingBetweenSlices = round(thickness, 3)
    z = round((index - (count - 1) / 2) * thickness, 3)
    image.ImagePositionPatient = [corner, corner, z]
    image.SliceLocation = z
    image.PixelData = pixels.astype("<i2", copy=False).tobytes()
    image["PixelData"].VR = "OW"
    return File(
        sop_class=CT_IMAGE_STORAGE,
        sop_instance=uid,
        transfer=EXPLICIT_LITTLE,
        data=datasets.encode(image, EXPLICIT_LITTLE),
    )
