pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// Which hop: from whom to whom, by which transaction, in how much time.
Column {
    id: root

    required property InspectorModel inspector

    spacing: Theme.hair

    Item {
        width: parent.width
        height: Theme.press

        Words {
            id: title
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - tag.width - Theme.gap - (pin.visible ? pin.width + Theme.gap : 0))
            text: root.inspector.hop.title
            weight: Theme.bold
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }

        Tag {
            id: tag
            anchors.left: title.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: root.inspector.hop.transaction
            family: root.inspector.hop.family
        }

        Press {
            id: pin
            anchors.right: parent.right
            visible: root.inspector.pinned
            width: word.implicitWidth + 2 * Theme.snug
            name: qsTr("Show the newest exchange again")
            onPressed: root.inspector.follow()

            Words {
                id: word
                anchors.centerIn: parent
                text: qsTr("newest")
                color: pin.hovered ? Theme.ink : Theme.inkSoft
                font.pixelSize: Theme.small
                font.underline: true
            }
        }
    }

    Words {
        width: parent.width
        text: root.inspector.hop.factsLine
        color: Theme.inkFaint
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 13
    }
}
