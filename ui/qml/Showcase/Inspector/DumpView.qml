pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Inspector
import Showcase.Theme

// The bytes of the picked line, among their neighbours.
Item {
    id: root

    required property InspectorModel inspector
    required property bool wanted

    implicitHeight: lines.implicitHeight + 2 * Theme.gap
    visible: root.wanted && list.count > 0

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edgeWidth: 0
        radius: Theme.radius
    }

    Column {
        id: lines
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        spacing: 3

        Repeater {
            id: list
            model: root.inspector.picked.lines

            DumpLine {
                width: lines.width
                onByteAsked: offset => root.inspector.pickAt(offset)
            }
        }
    }
}
