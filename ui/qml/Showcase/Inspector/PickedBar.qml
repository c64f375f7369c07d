pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// The picked field by its path, and what one can do with it; tree or text.
Item {
    id: root

    required property InspectorModel inspector
    required property SideModel side
    readonly property bool engineer: root.inspector.depth === InspectorModel.Depth.ENGINEER
    readonly property bool picked: root.side.key !== ""

    signal followAsked(string value)

    height: flow.implicitHeight

    Flow {
        id: flow
        width: parent.width
        spacing: Theme.hair

        Link {
            visible: root.engineer && root.side.remarks > 0
            text: root.side.remarks === 1 ? qsTr("1 remark") : qsTr("%1 remarks").arg(root.side.remarks)
            name: qsTr("%1: show the next").arg(text)
            ink: Theme.outcomeColor("refused")
            onPressed: root.side.pickRemark()
        }

        Link {
            visible: root.engineer
            text: root.inspector.plain ? qsTr("As a tree") : qsTr("As text")
            onPressed: root.inspector.togglePlain()
        }

        Link {
            visible: root.engineer
            text: qsTr("Copy all")
            onPressed: root.side.copyAll()
        }

        Link {
            visible: root.picked
            text: qsTr("Copy path")
            name: qsTr("Copy path %1").arg(root.side.path)
            onPressed: root.side.copyPath()
        }

        Link {
            visible: root.picked && root.side.value !== ""
            text: qsTr("Copy value")
            onPressed: root.side.copyValue()
        }

        Link {
            visible: root.picked && root.side.value !== ""
            text: qsTr("Follow")
            name: qsTr("Follow %1").arg(root.side.value)
            ink: Theme.say
            onPressed: root.followAsked(root.side.value)
        }
    }
}
