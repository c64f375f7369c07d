pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A system: who it is, who made it, what it knows by now.
Item {
    id: root

    required property string key
    required x
    required y
    required width
    required height
    required property string title
    required property string glyph
    required property string maker
    required property bool standIn
    required property bool assisted
    required property bool quiet
    required property bool guest
    required property int count
    required property string glow
    required property string glowFamily
    property QtObject chips: null
    property string tint: "" // stays while the light fades
    readonly property bool bad: root.glow === "refuses" || root.glow === "silent"
    readonly property color light: root.bad ? Theme.outcomeColor(root.glow === "refuses" ? "refused" : "failed")
                                            : Theme.familyColor(root.tint)

    Accessible.role: Accessible.StaticText
    Accessible.name: root.title
    onGlowFamilyChanged: if (root.glowFamily !== "") root.tint = root.glowFamily
    Component.onCompleted: root.tint = root.glowFamily
    onGlowChanged: if (root.glow === "learns") ring.start()

    Halo {
        anchors.fill: parent
        lit: root.glow !== ""
        color: root.light
        radius: face.radius
    }

    Ring {
        id: ring
        edge: root.light
    }

    Panel {
        id: face
        anchors.fill: parent
        radius: root.quiet ? Theme.radius : Theme.radiusCard
        fill: Theme.card
        edge: root.glow === "" ? Theme.cardEdge : root.light
        edgeWidth: root.glow === "" ? Theme.line : Theme.lineStrong
        dashed: root.guest
    }

    QuietCard {
        anchors.fill: parent
        visible: root.quiet
        title: root.title
        glyph: root.glyph
        count: root.count
    }

    Item {
        anchors.fill: parent
        anchors.leftMargin: 14
        anchors.rightMargin: 14
        anchors.topMargin: 13
        anchors.bottomMargin: 10
        visible: !root.quiet

        Glyph {
            id: icon
            x: 2
            y: 2
            path: root.glyph
            size: 34
            stroke: 1.6
            color: Theme.inkSoft
        }

        Words {
            id: name
            x: icon.x + icon.width + Theme.gap
            y: -4
            width: parent.width - x - (mark.visible ? mark.width : 0)
            text: root.title
            weight: Theme.bold
            font.pixelSize: Theme.heading
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.label
        }

        Row {
            x: name.x
            y: 32
            width: parent.width - x
            spacing: Theme.snug

            Words {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.maker !== ""
                width: Math.min(implicitWidth, parent.width - (root.assisted ? help.width + Theme.snug : 0))
                text: root.maker
                color: Theme.inkSoft
                weight: Theme.medium
                font.pixelSize: Theme.label
            }

            Tag {
                id: help
                visible: root.standIn || root.assisted
                text: root.standIn ? qsTr("stand-in") : qsTr("assisted")
            }
        }

        OutcomeMark {
            id: mark
            anchors.right: parent.right
            y: 2
            visible: root.bad || root.glow === "learns"
            outcome: root.glow === "refuses" ? "refused" : root.glow === "silent" ? "failed" : "acknowledged"
            worded: false
            size: Theme.body
        }

        Flow {
            id: known
            y: 63
            width: parent.width + 4
            height: parent.height - y
            spacing: 5

            Repeater {
                model: root.chips
                delegate: Chip {
                    longest: root.width - 2 * Theme.space
                    opacity: y + height <= known.height + 2 ? 1 : 0 // a clip would not hide a Shape
                }
            }
        }
    }
}
