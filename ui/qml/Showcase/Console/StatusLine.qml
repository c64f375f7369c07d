pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// One line at the bottom: what is so, and which key does what. A key that would do nothing is not
// there, and where there is little room the rarer ones wait behind F1.
Item {
    id: root

    required property ConsoleModel booth
    property bool wallShown: false
    property bool frozen: false
    property bool holding: false
    property bool showMode: false
    readonly property bool roomy: root.width > 1700

    signal castAsked
    signal settingsAsked
    signal helpAsked

    Words {
        id: headline
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.width * 0.24)
        text: root.booth.headline
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    Pieces {
        anchors.left: headline.right
        anchors.leftMargin: headline.text !== "" ? Theme.wide : 0
        anchors.right: keys.left
        anchors.rightMargin: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        pieces: root.booth.status
        color: Theme.inkFaint
        font.pixelSize: Theme.small
    }

    Row {
        id: keys
        anchors.right: buttons.left
        anchors.rightMargin: Theme.space
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
            visible: root.booth.failure.retryable
            key: qsTr("R")
            does: qsTr("try again")
        }

        KeyHint {
            visible: root.booth.waiting.replaceable || root.booth.failure.first === Ways.Out.STAND_IN
            key: qsTr("S")
            does: qsTr("stand-in")
        }

        KeyHint {
            visible: root.booth.canSkip && !root.showMode && root.roomy
            key: qsTr("K")
            does: qsTr("skip")
        }

        KeyHint {
            key: qsTr("N")
            does: qsTr("next tour")
        }

        KeyHint {
            key: qsTr("W")
            does: qsTr("wall")
        }

        KeyHint {
            visible: root.wallShown
            key: qsTr("F")
            does: root.frozen ? qsTr("let it go on") : qsTr("freeze")
            ink: root.frozen ? Theme.say : Theme.inkSoft
        }

        KeyHint {
            visible: root.wallShown
            key: qsTr("B")
            does: root.holding ? qsTr("open the stage") : qsTr("blank")
            ink: root.holding ? Theme.say : Theme.inkSoft
        }

        KeyHint {
            visible: root.roomy || root.showMode
            key: qsTr("M")
            does: root.showMode ? qsTr("leave show mode") : qsTr("show mode")
            ink: root.showMode ? Theme.say : Theme.inkSoft
        }
    }

    Row {
        id: buttons
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair

        IconPress {
            visible: !root.showMode
            name: qsTr("Cast: vendors' systems")
            path: "M 9 4 A 3.5 3.5 0 1 1 8.99 4 M 2.5 20 V 18 Q 2.5 14.5 6 14.5 H 12 Q 15.5 14.5 15.5 18 V 20 M 18.5 8 V 14 M 15.5 11 H 21.5"
            onPressed: root.castAsked()
        }

        IconPress {
            visible: !root.showMode
            name: qsTr("Settings")
            path: "M 4 7 H 13 M 17 7 H 20 M 15 5 A 2 2 0 1 1 14.99 5 M 4 17 H 7 M 11 17 H 20 M 9 15 A 2 2 0 1 1 8.99 15"
            onPressed: root.settingsAsked()
        }

        IconPress {
            name: qsTr("Every key, explained")
            path: "M 9 9 A 3.2 3.2 0 1 1 12.6 12.1 Q 12 12.4 12 14 M 12 17.6 V 17.8 M 12 2.5 A 9.5 9.5 0 1 1 11.99 2.5"
            onPressed: root.helpAsked()
        }
    }
}
