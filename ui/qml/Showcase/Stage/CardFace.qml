pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What stands on a card: icon and title, who plays it, what it knows.
Item {
    id: root

    required property string lettering
    required property bool open
    required property real size
    required property real leading
    required property real icon
    required property real detail
    required property real chip
    required property real rest
    required property string glyph
    required property string maker
    required property string logo
    required property bool standIn
    required property bool assisted
    required property bool asked
    required property string outcome
    required property QtObject chips
    readonly property real side: 13
    readonly property real head: root.open ? 6 : 9
    readonly property bool told: root.outcome !== "" && root.outcome !== "acknowledged"

    onOpenChanged: turn.restart()

    NumberAnimation {
        id: turn
        target: words
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.calm
        easing.type: Easing.OutCubic
    }

    Item {
        id: words
        anchors.fill: parent

        Glyph {
            id: mark
            readonly property bool large: root.open && learned.count === 0
            x: root.open ? parent.width - width - root.side : root.side
            y: mark.large ? parent.height - height - 12 : root.open ? who.y + (who.height - height) / 2
                : root.head + root.size * 0.06
            visible: size > 0
            path: root.glyph
            size: mark.large ? 58 : root.open ? who.height : root.icon
            stroke: 1.5
            color: Theme.inkSoft
        }

        Words {
            id: name
            x: !root.open && root.icon > 0 ? mark.x + mark.width + 9 : root.side
            y: root.head - root.size * 0.05
            width: parent.width - x - 2
            text: root.lettering
            elide: Text.ElideNone // broken and cut where lines are counted
            lineHeight: root.leading
            lineHeightMode: Text.FixedHeight
            weight: Theme.bold
            font.pixelSize: root.size
        }

        Item {
            id: who
            x: name.x
            y: root.head + name.lineCount * root.leading + (root.open ? 6 : 2) // below its own title, one line or more
            width: (root.open ? mark.x - Theme.snug : parent.width - root.side) - x
            height: root.detail + (root.open ? 8 : 10)

            Maker {
                visible: !root.told && !root.asked
                width: parent.width
                height: parent.height
                maker: root.maker
                logo: root.logo
                standIn: root.standIn
                assisted: root.assisted
                size: root.detail
            }

            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.asked && !root.told
                width: parent.width
                text: qsTr("waiting …")
                weight: Theme.semibold
                font.pixelSize: root.detail + 2
            }

            OutcomeMark {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.told
                outcome: root.outcome
                size: root.detail + 3
            }
        }

        Flow {
            id: known
            x: root.side - 2
            y: root.open ? who.y + who.height + 3 : root.head + root.rest + root.detail + 18 // level on all at rest
            width: parent.width - 2 * root.side + 6
            height: parent.height - y - 6
            spacing: 5

            Repeater {
                id: learned
                model: root.chips
                delegate: Chip {
                    longest: known.width
                    size: root.chip
                    opacity: y + height <= known.height + 3 ? 1 : 0 // a clip would not hide a Shape
                }
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
