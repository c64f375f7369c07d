pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A hairline between regions.
Rectangle {
    color: Theme.groundEdge
    implicitWidth: Theme.line
    implicitHeight: Theme.line
}
