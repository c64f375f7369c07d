pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// Every hop of the run. Pressing one looks into its bytes.
Item {
    id: root

    required property TrafficModel traffic

    signal hopAsked(string hop)

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.7
        visible: list.count === 0
        title: qsTr("Silence on the wire")
        words: qsTr("Every message stands here the moment it leaves.")
    }

    Shelf {
        id: list
        anchors.fill: parent
        anchors.bottomMargin: audit.visible ? Theme.press : 0
        model: root.traffic.rows
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Traffic")
        onCountChanged: Qt.callLater(list.positionViewAtEnd)

        delegate: HopLine {
            id: line
            opacity: list.part(line.y, line.height)
            width: list.width - Theme.snug
            onPressed: root.hopAsked(line.hop)
        }
    }

    Press {
        id: audit
        anchors.bottom: parent.bottom
        visible: root.traffic.auditCount > 0
        width: word.implicitWidth
        name: word.text
        onPressed: root.traffic.toggleAudit()

        Words {
            id: word
            anchors.verticalCenter: parent.verticalCenter
            text: root.traffic.auditShown ? qsTr("Hide %1 audit messages").arg(root.traffic.auditCount)
                : qsTr("Show %1 audit messages, too").arg(root.traffic.auditCount)
            color: audit.hovered ? Theme.ink : Theme.inkSoft
            font.pixelSize: Theme.small
            font.underline: true
        }
    }
}
