pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// GO: the largest thing to press. It counts when it comes up again.
Item {
    id: root

    required property ConsoleModel booth

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
        fill: root.booth.goReady ? Theme.go : Theme.goSunk
        edge: Theme.go
        edgeWidth: root.booth.goReady ? 0 : Theme.line
        radius: Theme.radiusCard
        opacity: tap.pressed ? 0.75 : 1
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.wide
        anchors.verticalCenter: parent.verticalCenter

        Words {
            text: qsTr("GO")
            color: root.booth.goReady ? Theme.inkOnColor : Theme.go
            weight: Theme.bold
            font.pixelSize: Theme.title
            font.letterSpacing: 1
            lineHeight: 0.9
        }

        Words {
            width: parent.width
            text: root.booth.goHint
            color: root.booth.goReady ? Theme.inkOnColor : Theme.inkSoft
            weight: Theme.semibold
            font.pixelSize: Theme.small + 1
            wrapMode: Text.Wrap
            maximumLineCount: 2
            lineHeight: 1.05
        }
    }
}
