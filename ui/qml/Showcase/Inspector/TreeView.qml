pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// The tree of one direction. Pressing a line lights its bytes; pressing a branch opens it.
Item {
    id: root

    required property InspectorModel inspector
    required property SideModel side
    readonly property bool engineer: root.inspector.depth === InspectorModel.Depth.ENGINEER
    readonly property int pickedRow: root.side.treeRow

    onPickedRowChanged: if (root.pickedRow >= 0) list.positionViewAtIndex(root.pickedRow, ListView.Contain)

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.8
        visible: list.count === 0
        title: root.inspector.waiting ? qsTr("Reading the bytes")
            : root.inspector.hop.bare ? qsTr("No bytes were recorded") : root.engineer ? qsTr("Nothing came in this direction") : qsTr("Nothing to read for clinicians here")
        words: root.inspector.waiting ? ""
            : root.inspector.hop.bare ? qsTr("It is known only from what others have told about it.") : root.engineer ? qsTr("The other side holds what there is.")
            : qsTr("It is there for machines. Engineers see every field of it.")
    }

    Shelf {
        id: list
        anchors.fill: parent
        model: root.side.rows
        Accessible.role: Accessible.Tree
        Accessible.name: qsTr("Fields")

        delegate: TreeLine {
            id: line
            opacity: list.part(line.y, line.height)
            width: list.width - Theme.snug
            picked: root.side.key === line.key
            roomy: !root.engineer
            onPressed: {
                root.side.pick(line.key);
                if (line.branch)
                    root.side.toggle(line.key);
            }
        }
    }
}
