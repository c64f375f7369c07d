"""One module per IHE actor and protocol. A new one is a file here and a line in `BEHAVIOURS`."""

from showcase.standins.actors.acquisition_modality import AcquisitionModality
from showcase.standins.actors.audit_record_repository import AuditRecordRepository
from showcase.standins.actors.document_consumer import DocumentConsumer
from showcase.standins.actors.document_registry import DocumentRegistry
from showcase.standins.actors.document_repository import DocumentRepository
from showcase.standins.actors.document_source import DocumentSource
from showcase.standins.actors.image_archive import ImageArchive
from showcase.standins.actors.image_display import ImageDisplay
from showcase.standins.actors.image_manager import ImageManager
from showcase.standins.actors.modality_worklist import ModalityWorklist
from showcase.standins.actors.order_filler import OrderFiller
from showcase.standins.actors.order_placer import OrderPlacer
from showcase.standins.actors.patient_encounter_consumer import PatientEncounterConsumer
from showcase.standins.actors.patient_encounter_supplier import PatientEncounterSupplier
from showcase.standins.actors.patient_identity_source import PatientIdentitySource
from showcase.standins.actors.performed_procedure_step_manager import PerformedProcedureStepManager
from showcase.standins.actors.pix_consumer import PixConsumer
from showcase.standins.actors.pix_manager import PixManager
from showcase.standins.actors.registry_feed import RegistryFeed
from showcase.standins.actors.report_manager import ReportManager
from showcase.standins.actors.report_repository import ReportRepository
from showcase.standins.actors.secure_node import SecureNode
from showcase.standins.behaviour import Behaviour

BEHAVIOURS: tuple[type[Behaviour], ...] = (
    AcquisitionModality,
    AuditRecordRepository,
    DocumentConsumer,
    DocumentRegistry,
    DocumentRepository,
    DocumentSource,
    ImageArchive,
    ImageDisplay,
    ImageManager,
    ModalityWorklist,
    OrderFiller,
    OrderPlacer,
    PatientEncounterConsumer,
    PatientEncounterSupplier,
    PatientIdentitySource,
    PerformedProcedureStepManager,
    PixConsumer,
    PixManager,
    RegistryFeed,
    ReportManager,
    ReportRepository,
    SecureNode,
)
"""Every behaviour there is; a role gets those of the actors it plays."""
