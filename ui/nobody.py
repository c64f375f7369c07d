"""No network for QML: what arrives from outside must never make the window fetch something."""

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import QQmlNetworkAccessManagerFactory


class _Nobody(QNetworkAccessManager):
    """Asks nobody: what the network says must never make the window fetch something."""

    def createRequest(
        self,
        operation: QNetworkAccessManager.Operation,
        request: QNetworkRequest,
        data: object = None,
    ) -> QNetworkReply:
        """A request for nothing, which Qt answers with an error of its own."""
        del operation, request, data
        return super().createRequest(self.Operation.GetOperation, QNetworkRequest(QUrl()), None)


class NoNetwork(QQmlNetworkAccessManagerFactory):
    """The QML engine has no network."""

    def create(self, parent: QObject) -> QNetworkAccessManager:
        """A manager that asks nobody."""
        return _Nobody(parent)
