pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A story in one of its cuts, to choose.
Press {
    id: root

    required property string story
    required property string cut
    required property string title
    required property string detail
    required property bool chosen

    name: qsTr("%1, %2").arg(root.title).arg(root.detail)
    selected: root.chosen
    radius: Theme.radius
    implicitHeight: 72

    Panel {
        anchors.fill: parent
        fill: root.chosen ? Theme.goSunk : root.hovered ? Theme.hover : Theme.ground
        edge: root.chosen ? Theme.go : Theme.groundEdge
        edgeWidth: root.chosen ? 2 : Theme.line
        radius: root.radius
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: root.title
            weight: Theme.semibold
            font.pixelSize: Theme.label
        }

        Words {
            width: parent.width
            text: root.detail
            color: Theme.inkFaint
            font.pixelSize: Theme.small
        }
    }
}
