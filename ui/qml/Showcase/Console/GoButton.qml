pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// GO: the largest thing to press, and beside it, in the same frame, what it does. It counts when
// it comes up again.
Item {
    id: root

    required property ConsoleModel booth
    required property string tour

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("GO, %1").arg(root.booth.goHint)
    Accessible.focusable: true
    Accessible.onPressAction: {
        root.booth.goDown();
        root.booth.goUp();
    }

    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 3600
        onPressedChanged: if (tap.pressed) root.booth.goDown()
        onTapped: root.booth.goUp()
        onCanceled: root.booth.goForget()
    }

    HoverHandler {
        cursorShape: root.booth.goReady ? Qt.PointingHandCursor : Qt.ArrowCursor
    }

    Panel {
        anchors.fill: parent
        fill: Theme.veil(Theme.go, 0.1)
        edge: root.booth.goReady ? Theme.go : Theme.veil(Theme.go, 0.4)
        edgeWidth: 2
        radius: Theme.radiusCard
    }

    Panel {
        id: pad
        width: 156
        height: parent.height
        fill: root.booth.goReady ? Theme.go : Theme.goSunk
        edge: Theme.go
        edgeWidth: root.booth.goReady ? 0 : Theme.line
        radius: Theme.radiusCard
        opacity: tap.pressed ? 0.75 : 1

        Column {
            anchors.centerIn: parent
            spacing: Theme.hair

            Words {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("GO")
                color: root.booth.goReady ? Theme.inkOnColor : Theme.go
                weight: Theme.bold
                font.pixelSize: 54
                font.letterSpacing: 1
                lineHeight: 0.9
            }

            KeyHint {
                anchors.horizontalCenter: parent.horizontalCenter
                key: qsTr("Space")
                ink: root.booth.goReady ? Theme.inkOnColor : Theme.go
            }
        }
    }

    NextCard {
        anchors.left: pad.right
        anchors.leftMargin: Theme.space
        anchors.right: parent.right
        anchors.rightMargin: Theme.space
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        booth: root.booth
        tour: root.tour
    }
}
