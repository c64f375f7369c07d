pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One cut of a story, to choose.
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

    Panel {
        anchors.fill: parent
        fill: root.chosen ? Theme.goSunk : root.hovered ? Theme.hover : Theme.ground
        edge: root.chosen ? Theme.go : Theme.groundEdge
        edgeWidth: root.chosen ? 2 : Theme.line
        radius: root.radius
    }

    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        text: root.detail
        color: root.chosen ? Theme.ink : Theme.inkSoft
        weight: root.chosen ? Theme.semibold : Theme.medium
        font.pixelSize: Theme.label - 1
    }
}
