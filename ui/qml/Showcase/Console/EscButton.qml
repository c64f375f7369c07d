pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// The way to stop: once holds, twice within a second cuts.
Press {
    id: root

    required property ConsoleModel booth

    name: qsTr("Escape, %1").arg(root.booth.escHint)
    radius: Theme.radiusCard
    onPressed: root.booth.esc()

    Panel {
        anchors.fill: parent
        fill: root.booth.phase === Show.Phase.HELD || root.hovered ? Theme.veil(Theme.danger, 0.18) : "transparent"
        edge: Theme.danger
        edgeWidth: 2
        radius: root.radius
        opacity: root.down ? 0.75 : 1
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.snug
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Esc")
            color: Theme.danger
            weight: Theme.bold
            font.pixelSize: Theme.body
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.booth.escHint
            color: Theme.danger
            weight: Theme.medium
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
        }
    }
}
