pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Inspector
import Showcase.Theme

// How it ended: colour, shape and word, the peer's own words and ours.
Item {
    id: root

    required property InspectorModel inspector

    implicitHeight: text.implicitHeight + 2 * Theme.gap

    Panel {
        anchors.fill: parent
        fill: Theme.panel
        edge: Theme.panelEdge
        radius: Theme.radius
    }

    Column {
        id: text
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair

        Item {
            width: parent.width
            height: mark.height

            OutcomeMark {
                id: mark
                outcome: root.inspector.hop.outcome
                size: Theme.small + 1
            }

            Words {
                anchors.left: mark.right
                anchors.leftMargin: Theme.space
                anchors.right: parent.right
                anchors.verticalCenter: mark.verticalCenter
                horizontalAlignment: Text.AlignRight
                text: root.inspector.hop.status
                color: Theme.inkFaint
                mono: true
                font.pixelSize: 14
            }
        }

        Words {
            width: parent.width
            visible: root.inspector.hop.words !== ""
            text: root.inspector.hop.words
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            maximumLineCount: 3
            font.pixelSize: Theme.small
        }
    }
}
