pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// Every hop of the run. Pressing one looks into its bytes; ticked ones can be taken away.
Item {
    id: root

    required property TrafficModel traffic
    property bool fixed: false // show mode: nothing is taken away

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
        anchors.bottomMargin: foot.visible ? Theme.press : 0
        model: root.traffic.rows
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Traffic")
        onCountChanged: Qt.callLater(list.positionViewAtEnd)

        delegate: HopLine {
            id: line
            opacity: list.part(line.y, line.height)
            width: list.width - Theme.snug
            tickable: !root.fixed
            onPressed: root.hopAsked(line.hop)
            onCheckAsked: root.traffic.check(line.hop)
            onReachAsked: root.traffic.checkTo(line.hop)
        }
    }

    Row {
        id: foot
        anchors.bottom: parent.bottom
        height: Theme.press
        visible: list.count > 0
        spacing: Theme.gap

        Words {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.traffic.checkedCount > 0
            text: qsTr("%1 chosen").arg(root.traffic.checkedCount)
            weight: Theme.semibold
            font.pixelSize: Theme.small
        }

        Link {
            visible: root.traffic.checkedCount > 0
            text: qsTr("Save as raw files")
            ink: Theme.say
            onPressed: root.traffic.take()
        }

        Link {
            visible: root.traffic.checkedCount > 0
            text: qsTr("Copy as a table")
            onPressed: root.traffic.copy()
        }

        Link {
            visible: root.traffic.checkedCount > 0
            text: qsTr("None")
            name: qsTr("Choose none")
            onPressed: root.traffic.checkNone()
        }

        Link {
            visible: !root.fixed
            text: root.traffic.checkedCount > 0 ? qsTr("All") : qsTr("Choose all")
            name: qsTr("Choose all")
            onPressed: root.traffic.checkAll()
        }

        Link {
            visible: root.traffic.auditCount > 0
            text: root.traffic.auditShown ? qsTr("Hide %1 audit messages").arg(root.traffic.auditCount)
                : qsTr("Show %1 audit messages, too").arg(root.traffic.auditCount)
            onPressed: root.traffic.toggleAudit()
        }
    }
}
