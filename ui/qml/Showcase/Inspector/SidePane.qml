pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Inspector
import Showcase.Theme

// One direction: the tree or its text, what one can do with the picked line, and the bytes.
Item {
    id: root

    required property InspectorModel inspector
    required property SideModel side
    property string head: "" // where both sides stand beside each other
    readonly property bool engineer: root.inspector.depth === InspectorModel.Depth.ENGINEER

    signal followAsked(string value)

    Words {
        id: title
        width: parent.width
        height: root.head !== "" ? 32 : 0
        visible: root.head !== ""
        verticalAlignment: Text.AlignVCenter
        text: root.head
        color: Theme.inkSoft
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    Item {
        id: upper
        anchors.top: title.bottom
        anchors.bottom: bar.top
        width: parent.width

        TreeView {
            anchors.fill: parent
            visible: !root.inspector.plain || !root.engineer
            inspector: root.inspector
            side: root.side
        }

        TextView {
            anchors.fill: parent
            visible: root.inspector.plain && root.engineer
            side: root.side
        }
    }

    PickedBar {
        id: bar
        anchors.bottom: dump.top
        anchors.bottomMargin: dump.visible ? Theme.hair : 0
        width: parent.width
        inspector: root.inspector
        side: root.side
        onFollowAsked: value => root.followAsked(value)
    }

    DumpView {
        id: dump
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? Math.max(126, root.height * 0.34) : 0
        visible: root.engineer && !root.inspector.waiting && root.height > 300 // else the tree would have no room
        inspector: root.inspector
        side: root.side
    }
}
