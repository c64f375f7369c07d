"""Datasets that several tests use."""

from pydicom.dataset import Dataset

from showcase.protocols.dicom import identity


def worklist_item() -> Dataset:
    """What a worklist answers about Rosa Quill."""
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator = "CTTHOR", "ALBA"
    code.CodeMeaning = "CT of the chest"
    step = Dataset()
    step.Modality = "CT"
    step.ScheduledStationAETitle = "CT"
    step.ScheduledProcedureStepStartDate = "20261124"
    step.ScheduledProcedureStepStartTime = "101500"
    step.ScheduledProcedureStepDescription = "CT of the chest"
    step.ScheduledProcedureStepID = "SPS1"
    step.ScheduledProtocolCodeSequence = [code]
    item = Dataset()
    item.AccessionNumber = "A1"
    item.PatientName = "Quill^Rosa"
    item.PatientID = "40213"
    identity.set_issuer(item, "ALBA", "1.2.3.1")
    item.PatientBirthDate, item.PatientSex = "19610402", "F"
    item.StudyInstanceUID = "2.25.4711"
    item.RequestedProcedureID = "RP1"
    item.RequestedProcedureDescription = "CT of the chest"
    item.RequestedProcedureCodeSequence = [code]
    item.ReferringPhysicianName = "Hale^Iris"
    item.ScheduledProcedureStepSequence = [step]
    return item
