pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// All bytes of one direction, the picked field's lit. Pressing a byte picks its field.
Item {
    id: root

    required property InspectorModel inspector
    required property SideModel side
    readonly property int litRow: root.side.dump.litRow
    readonly property int columns: root.width > 615 ? 16 : 8

    onLitRowChanged: root.show()
    onColumnsChanged: root.side.dump.spread(root.columns)
    Component.onCompleted: root.side.dump.spread(root.columns)

    function show(): void {
        if (root.litRow >= 0)
            list.positionViewAtIndex(Math.max(0, root.litRow - 1), ListView.Beginning);
    }

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edgeWidth: 0
        radius: Theme.radius
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.gap
        visible: root.side.dump.size === 0
        spacing: Theme.snug

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.inspector.asked !== "" ? qsTr("%1 of bytes are in the journal.").arg(root.inspector.asked) : qsTr("Not a byte went this way.")
            color: Theme.inkFaint
            font.pixelSize: Theme.small
        }

        Link {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.inspector.asked !== ""
            text: qsTr("Show them")
            onPressed: root.inspector.fetch()
        }
    }

    Shelf {
        id: list
        anchors.fill: parent
        anchors.margins: Theme.snug
        model: root.side.dump
        Accessible.role: Accessible.List
        Accessible.name: qsTr("%1 bytes").arg(root.side.dump.size)

        delegate: DumpLine {
            width: list.width - Theme.snug
            columns: root.columns
            onByteAsked: offset => root.side.pickAt(offset)
        }
    }
}
