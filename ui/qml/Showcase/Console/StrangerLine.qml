pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A caller whom the cast does not name, and what staff said of it.
Item {
    id: root

    required property string address
    required property string name
    required property string who
    required property string wants
    required property string judged
    required property bool admitted

    signal decided(bool admitted)

    implicitHeight: 52

    Words {
        id: who
        anchors.verticalCenter: parent.verticalCenter
        text: root.who
        mono: true
        font.pixelSize: Theme.small
    }

    Words {
        anchors.left: who.right
        anchors.leftMargin: Theme.gap
        anchors.right: buttons.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: root.judged === "" ? qsTr("knocks: %1").arg(root.wants) : root.judged
        color: root.judged === "" ? Theme.outcomeColor("failed") : Theme.inkSoft
        font.pixelSize: Theme.small
    }

    Row {
        id: buttons
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Button {
            height: Theme.press
            text: qsTr("Admit")
            name: qsTr("Admit %1").arg(root.who)
            strong: root.judged === ""
            visible: !root.admitted
            onPressed: root.decided(true)
        }

        Button {
            height: Theme.press
            text: qsTr("Turn away")
            name: qsTr("Turn %1 away").arg(root.who)
            visible: root.judged === "" || root.admitted
            onPressed: root.decided(false)
        }
    }
}
