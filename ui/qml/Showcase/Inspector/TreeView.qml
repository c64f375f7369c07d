pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// The tree of one direction. Pressing a line lights its bytes; pressing a branch opens it.
Item {
    id: root

    required property InspectorModel inspector

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.8
        visible: list.count === 0
        title: root.inspector.waiting ? qsTr("Reading the bytes") : qsTr("Nothing came in this direction")
        words: root.inspector.waiting ? "" : qsTr("The other side holds what there is.")
    }

    Shelf {
        id: list
        anchors.fill: parent
        anchors.bottomMargin: Theme.press
        model: root.inspector.rows
        Accessible.role: Accessible.Tree
        Accessible.name: qsTr("Fields")

        delegate: TreeLine {
            id: line
            opacity: list.part(line.y, line.height)
            width: list.width - Theme.snug
            picked: root.inspector.picked.key === line.key
            onPressed: {
                root.inspector.pick(line.key);
                if (line.branch)
                    root.inspector.toggle(line.key);
            }
        }
    }

    PlainSwitch {
        anchors.bottom: parent.bottom
        inspector: root.inspector
    }
}
