pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// She has a place of her own: her name, her numbers, her record growing.
Panel {
    id: root

    required property StageModel model

    fill: Theme.panel
    edge: Theme.panelEdge
    radius: Theme.radiusCard + 4

    Accessible.role: Accessible.Grouping
    Accessible.name: root.model.patient
    Accessible.description: root.model.tell

    Item {
        anchors.fill: parent
        anchors.margins: 18
        anchors.leftMargin: 22
        anchors.rightMargin: 22

        TextMetrics {
            id: whole
            text: root.model.patient
            font: name.font
        }

        Words {
            id: name
            readonly property bool alone: whole.advanceWidth + told.implicitWidth + Theme.wide > parent.width
            y: -12
            width: name.alone ? parent.width : whole.advanceWidth + 2
            height: 64
            text: root.model.patient
            weight: Theme.bold
            optical: 32
            font.pixelSize: Math.min(64, root.model.sight.sentence)
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            lineHeight: 0.88
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.label
            verticalAlignment: Text.AlignVCenter
        }

        Words {
            id: told
            x: name.alone ? 0 : name.width + Theme.space + 2
            y: name.alone ? 48 : name.y + name.height / 2 - 9
            width: parent.width - x
            text: root.model.tell
            color: Theme.inkSoft
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }

        Flow {
            id: known
            y: name.alone && root.model.tell !== "" ? 82 : 58
            width: parent.width + 8
            spacing: 6

            Repeater {
                id: identity
                model: root.model.identities
                delegate: Chip {
                    required property int number
                    required property bool faded
                    family: ""
                    marks: [number]
                    size: Theme.label
                    opacity: faded ? 0.3 : 1
                    visible: y + height <= leaves.limit
                }
            }
        }

        Words {
            y: known.y + 4
            visible: identity.count === 0
            text: qsTr("No system knows this patient yet.")
            color: Theme.inkFaint
            font.pixelSize: Theme.label + 1
        }

        Row {
            id: leaves
            readonly property real limit: parent.height - 52 - known.y
            readonly property real from: known.y + Math.max(34, Math.min(known.height, limit))
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.min(92, parent.height - leaves.from - Theme.snug)
            spacing: Theme.gap

            Repeater {
                id: leaf
                model: root.model.leaves
                delegate: Leaf {
                    // images need room for themselves and their number
                    readonly property real share: (leaves.width - Theme.gap * (leaf.count - 1)) / (leaf.count + 0.35)
                    width: leaf.count === 1 ? leaves.width : share * (film ? 1.35 : 1)
                    height: leaves.height
                }
            }
        }
    }
}
