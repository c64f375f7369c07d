pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A stranger before the door: who, whom it wants, and two buttons.
Item {
    id: root

    required property string address
    required property string name
    required property string who
    required property string wants

    signal admitAsked
    signal turnAwayAsked

    implicitHeight: text.implicitHeight + 2 * Theme.gap
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1 knocks: %2").arg(root.who).arg(root.wants)

    Panel {
        anchors.fill: parent
        fill: Theme.card
        edge: Theme.outcomeColor("failed")
        radius: Theme.radius
    }

    Column {
        id: text
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair

        Words {
            width: parent.width
            text: qsTr("%1 knocks").arg(root.who)
            weight: Theme.semibold
            font.pixelSize: Theme.label
        }

        Words {
            width: parent.width
            text: qsTr("It wants %1. Of what it sent, only its name was read.").arg(root.wants)
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            maximumLineCount: 3
            font.pixelSize: Theme.small
        }

        Item {
            width: 1
            height: Theme.hair
        }

        Row {
            spacing: Theme.gap

            Button {
                text: qsTr("Admit")
                strong: true
                name: qsTr("Admit %1").arg(root.who)
                onPressed: root.admitAsked()
            }

            Button {
                text: qsTr("Turn away")
                name: qsTr("Turn %1 away").arg(root.who)
                onPressed: root.turnAwayAsked()
            }
        }
    }
}
