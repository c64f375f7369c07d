pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// The recording on screen: pause, any point of it, any speed, and back to the live stage.
Item {
    id: root

    required property ReelModel reel
    readonly property real share: root.reel.length > 0 ? root.reel.position / root.reel.length : 0

    implicitHeight: 60

    Panel {
        anchors.fill: parent
        anchors.bottomMargin: Theme.hair
        fill: Theme.panel
        edge: Theme.panelEdge
        radius: Theme.radius
    }

    IconPress {
        id: pause
        x: Theme.snug
        anchors.verticalCenter: track.verticalCenter
        name: root.reel.paused ? qsTr("Go on") : qsTr("Pause")
        path: root.reel.paused ? "M 7 4.5 L 19 12 L 7 19.5 Z" : "M 8 5 V 19 M 16 5 V 19"
        onPressed: root.reel.toggle()
    }

    Item {
        id: track
        anchors.left: pause.right
        anchors.leftMargin: Theme.gap
        anchors.right: time.left
        anchors.rightMargin: Theme.space
        height: parent.height - Theme.hair
        activeFocusOnTab: true
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Position in the recording")
        Accessible.description: root.reel.time
        Accessible.onIncreaseAction: root.reel.step(1)
        Accessible.onDecreaseAction: root.reel.step(-1)

        Panel {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 6
            fill: Theme.rail
            edgeWidth: 0
            radius: 3
        }

        Panel {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(6, parent.width * root.share)
            height: 6
            fill: Theme.say
            edgeWidth: 0
            radius: 3
        }

        Panel {
            anchors.verticalCenter: parent.verticalCenter
            x: (parent.width - width) * root.share
            width: 20
            height: 20
            fill: Theme.say
            edge: Theme.focus
            edgeWidth: track.activeFocus ? 3 : 0
            radius: 10
        }

        MouseArea {
            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => root.reel.seek(mouse.x / width)
            onPositionChanged: mouse => root.reel.seek(mouse.x / width)
        }
    }

    Words {
        id: time
        anchors.right: slower.left
        anchors.rightMargin: Theme.snug
        anchors.verticalCenter: track.verticalCenter
        text: root.reel.time
        color: Theme.inkSoft
        font.pixelSize: Theme.small
        font.features: ({ "tnum": 1 })
    }

    IconPress {
        id: slower
        anchors.right: speed.left
        anchors.verticalCenter: track.verticalCenter
        name: qsTr("Slower")
        path: "M 6 12 H 18"
        onPressed: root.reel.faster(-1)
    }

    Words {
        id: speed
        anchors.right: faster.left
        anchors.verticalCenter: track.verticalCenter
        width: 48
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%1×").arg(root.reel.speed)
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    IconPress {
        id: faster
        anchors.right: live.left
        anchors.rightMargin: Theme.snug
        anchors.verticalCenter: track.verticalCenter
        name: qsTr("Faster")
        path: "M 6 12 H 18 M 12 6 V 18"
        onPressed: root.reel.faster(1)
    }

    Button {
        id: live
        anchors.right: parent.right
        anchors.rightMargin: Theme.hair
        anchors.verticalCenter: track.verticalCenter
        implicitHeight: Theme.press
        text: qsTr("Back to live")
        onPressed: root.reel.leave()
    }
}
