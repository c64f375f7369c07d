pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// Something that was found: an exchange, a run, or a line in which two exchanges differ.
Press {
    id: root

    required property string key
    required property string hop
    required property string run
    required property string transaction
    required property string family
    required property string head
    required property string value
    required property string other
    required property string note
    required property int order
    property bool last: false // of a thread
    property bool threaded: false
    property color hue: Theme.say // of the thread

    name: qsTr("%1, %2, %3").arg(root.transaction).arg(root.head).arg(root.value)
    implicitHeight: text.implicitHeight + 2 * Theme.gap

    Panel {
        anchors.fill: parent
        visible: root.hovered && root.hop !== ""
        fill: Theme.hover
        edgeWidth: 0
        radius: root.radius
    }

    Rectangle {
        x: 16
        width: 4
        y: 0
        height: root.last ? 30 : parent.height
        visible: root.threaded
        color: root.hue
    }

    Panel {
        readonly property bool numbered: root.order > 0
        x: 18 - width / 2
        y: numbered ? 11 : 20
        width: numbered ? Math.max(32, number.implicitWidth + 14) : 15
        height: numbered ? 32 : 15
        visible: root.threaded
        fill: numbered ? Theme.backdrop : Theme.familyColor(root.family)
        edge: root.hue
        edgeWidth: numbered ? 3 : 2
        radius: height / 2

        Words {
            id: number
            anchors.centerIn: parent
            visible: root.order > 0
            text: root.order
            weight: Theme.bold
            font.pixelSize: Theme.small
        }
    }

    Column {
        id: text
        x: root.threaded ? 44 : Theme.snug
        y: Theme.gap
        width: parent.width - x - Theme.snug
        spacing: 3

        Item {
            width: parent.width
            height: 28

            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - (tag.visible ? tag.width + Theme.snug : 0)
                text: root.head
                weight: Theme.semibold
                font.pixelSize: Theme.small
            }

            Tag {
                id: tag
                anchors.right: parent.right
                visible: root.transaction !== ""
                text: root.transaction
                family: root.family
            }
        }

        Words {
            width: parent.width
            text: root.value
            color: root.other !== "" ? Theme.outcomeColor("refused") : Theme.say
            weight: Theme.semibold
            elide: Text.ElideMiddle
            maximumLineCount: 1
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            visible: root.other !== ""
            text: root.other
            color: Theme.outcomeColor("acknowledged")
            weight: Theme.semibold
            elide: Text.ElideMiddle
            maximumLineCount: 1
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            visible: root.note !== ""
            text: root.note
            color: Theme.inkFaint
            font.pixelSize: Theme.tiny
        }
    }
}
