pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// One chapter: where it stands, and the stretch that leads on from it.
Item {
    id: root

    required property int number
    required property string title
    required property string stands
    required property real progress
    required property int count
    readonly property bool now: root.stands === "now"
    readonly property bool over: root.stands === "done"
    readonly property bool last: root.number === root.count - 1

    height: 76

    Accessible.role: Accessible.StaticText
    Accessible.name: root.title
    Accessible.description: root.over ? qsTr("over") : root.now ? qsTr("now") : qsTr("to come")

    Panel {
        visible: !root.last
        x: root.width / 2 + 20
        y: 15
        width: root.width - 40
        height: 4
        radius: 2
        edgeWidth: 0
        fill: Theme.rail
    }

    Panel {
        visible: !root.last && width > 4
        x: root.width / 2 + 20
        y: 15
        width: (root.width - 40) * (root.over ? 1 : root.now ? root.progress : 0)
        height: 4
        radius: 2
        edgeWidth: 0
        fill: root.over ? Theme.inkSoft : Theme.ink

        Behavior on width {
            NumberAnimation { duration: Theme.slow; easing.type: Easing.OutCubic }
        }
    }

    Panel {
        x: (root.width - width) / 2
        y: 17 - height / 2
        width: root.now ? 30 : 24
        height: width
        radius: width / 2
        fill: root.over ? Theme.ink : Theme.backdrop
        edge: root.now || root.over ? Theme.ink : Theme.rail
        edgeWidth: Theme.lineStrong

        Glyph {
            anchors.centerIn: parent
            visible: root.over
            path: Theme.outcomeShape("acknowledged")
            color: Theme.backdrop
            size: 17
            stroke: 3.4
        }

        Panel {
            anchors.centerIn: parent
            visible: root.now
            width: 12
            height: 12
            radius: 6
            edgeWidth: 0
            fill: Theme.ink
        }
    }

    Words {
        y: 42
        x: 4
        width: root.width - 8
        height: 30
        horizontalAlignment: Text.AlignHCenter
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tiny
        text: root.title
        color: root.now ? Theme.ink : root.over ? Theme.inkSoft : Theme.inkGhost
        weight: root.now ? Theme.bold : Theme.medium
        font.pixelSize: root.now ? Theme.body + 2 : Theme.body - 1
    }
}
