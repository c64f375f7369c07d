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

        Panel {
            id: face
            width: 68
            height: 68
            radius: 34
            edgeWidth: 0
            fill: Theme.avatar

            Words {
                anchors.centerIn: parent
                text: root.model.initials
                weight: Theme.bold
                font.pixelSize: Theme.heading
            }
        }

        Words {
            id: name
            x: face.width + Theme.space + 2
            y: -12
            width: parent.width - x
            height: 62
            text: root.model.patient
            weight: Theme.bold
            font.pixelSize: Math.min(60, root.model.sight.sentence * 0.96)
            wrapMode: Text.WordWrap
            maximumLineCount: 2
            lineHeight: 0.88
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.label
            verticalAlignment: Text.AlignVCenter
        }

        Words {
            x: name.x
            y: 46
            width: parent.width - x
            text: root.model.tell
            color: Theme.inkSoft
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }

        Flow {
            id: known
            y: 80
            width: parent.width
            height: parent.height - leaves.height - y - 2
            spacing: 5

            Repeater {
                id: identity
                model: root.model.identities
                delegate: Chip {
                    required property int number
                    family: ""
                    marks: [number]
                    size: Theme.label + 1
                    opacity: y + height <= known.height + 2 ? 1 : 0 // a clip would not hide a Shape
                }
            }
        }

        Words {
            y: known.y + 8
            visible: identity.count === 0
            text: qsTr("No system knows this patient yet.")
            color: Theme.inkFaint
            font.pixelSize: Theme.label + 1
        }

        Row {
            id: leaves
            anchors.bottom: parent.bottom
            width: parent.width
            height: 46
            spacing: Theme.gap

            Repeater {
                id: leaf
                model: root.model.leaves
                delegate: Leaf {
                    width: (leaves.width - Theme.gap * (leaf.count - 1)) / Math.max(1, leaf.count)
                }
            }
        }
    }
}
