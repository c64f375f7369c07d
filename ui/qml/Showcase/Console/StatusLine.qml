pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// One line at the bottom: what is so, and which key does what.
Item {
    id: root

    required property ConsoleModel booth

    Words {
        id: headline
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.width * 0.3)
        text: root.booth.headline
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    Words {
        anchors.left: headline.right
        anchors.leftMargin: headline.text !== "" ? Theme.wide : 0
        anchors.right: keys.left
        anchors.rightMargin: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        text: root.booth.status
        color: Theme.inkFaint
        font.pixelSize: Theme.small
    }

    Row {
        id: keys
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space

        KeyHint {
            key: qsTr("Space")
            does: qsTr("GO")
        }

        KeyHint {
            key: qsTr("Esc")
            does: qsTr("hold")
        }

        KeyHint {
            visible: root.booth.failure.shown
            key: qsTr("R")
            does: qsTr("try again")
        }

        KeyHint {
            visible: root.booth.waiting.replaceable || root.booth.failure.first === Ways.Out.STAND_IN
            key: qsTr("S")
            does: qsTr("stand-in")
        }

        KeyHint {
            key: qsTr("N")
            does: qsTr("next tour")
        }

        KeyHint {
            key: qsTr("W")
            does: qsTr("wall")
        }
    }
}
