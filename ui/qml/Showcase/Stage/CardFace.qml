pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What stands on a card: icon and title, who plays it, what it knows.
Item {
    id: root

    required property string lettering
    required property string glyph
    required property string maker
    required property bool standIn
    required property bool assisted
    required property bool asked
    required property string outcome
    required property FaceModel face
    required property QtObject chips
    readonly property real side: 13
    readonly property bool told: root.outcome !== "" && root.outcome !== "acknowledged"

    Glyph {
        id: icon
        x: root.side
        y: 9 + root.face.title * 0.06
        visible: root.face.icon > 0
        path: root.glyph
        size: root.face.icon
        stroke: 1.5
        color: Theme.inkSoft
    }

    Words {
        id: name
        x: root.face.icon > 0 ? icon.x + icon.width + 9 : root.side
        y: 9 - root.face.title * 0.05
        width: parent.width - x - 2
        text: root.lettering
        elide: Text.ElideNone // broken and cut where lines are counted
        lineHeight: 1.13 * root.face.title
        lineHeightMode: Text.FixedHeight
        weight: Theme.bold
        font.pixelSize: root.face.title
    }

    Row {
        id: who
        x: name.x
        y: 9 + name.lineCount * root.face.title * 1.13 + 2 // below its own title, one line or two
        width: parent.width - x - root.side
        height: root.face.detail + 10
        spacing: Theme.snug

        Maker {
            visible: !root.told && !root.asked
            width: parent.width
            height: parent.height
            maker: root.maker
            standIn: root.standIn
            assisted: root.assisted
            size: root.face.detail
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.asked && !root.told
            width: parent.width
            text: qsTr("waiting …")
            weight: Theme.semibold
            font.pixelSize: root.face.detail + 1
        }

        OutcomeMark {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.told
            outcome: root.outcome
            size: root.face.detail + 2
        }
    }

    Flow {
        id: known
        x: root.side - 2
        y: 9 + root.face.titleHeight + root.face.detail + 18 // level on all cards
        width: parent.width - 2 * root.side + 6
        height: parent.height - y - 6
        spacing: 5

        Repeater {
            model: root.chips
            delegate: Chip {
                longest: known.width
                size: root.face.chip
                opacity: y + height <= known.height + 3 ? 1 : 0 // a clip would not hide a Shape
            }
        }
    }

    // The tick of an acknowledgement: a stamp on the corner, so that it hides no word.
    Panel {
        x: parent.width - width + 12
        y: -12
        width: 40
        height: 40
        radius: 20
        fill: Theme.backdrop
        edge: Theme.outcomeColor("acknowledged")
        edgeWidth: Theme.lineStrong
        opacity: root.outcome === "acknowledged" ? 1 : 0
        scale: root.outcome === "acknowledged" || Theme.reducedMotion ? 1 : 0.6

        Glyph {
            anchors.centerIn: parent
            path: Theme.outcomeShape("acknowledged")
            color: Theme.outcomeColor("acknowledged")
            size: 24
            stroke: 3
        }

        Behavior on opacity {
            NumberAnimation { duration: Theme.quick }
        }

        Behavior on scale {
            NumberAnimation { duration: Theme.calm; easing.type: Easing.OutBack }
        }
    }
}
