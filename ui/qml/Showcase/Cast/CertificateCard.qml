pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// A certificate of the booth's authority for the system: whether it has one, and one to take away.
Item {
    id: root

    required property CertificatesModel certificates

    signal acting
    signal abandoned
    signal reached(Item item)

    implicitHeight: inside.height + 2 * Theme.space
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Certificate for TLS (ITI-19)")

    Panel {
        anchors.fill: parent
        fill: Theme.ground
        edge: Theme.groundEdge
        radius: Theme.radius
    }

    Column {
        id: inside
        x: Theme.space
        y: Theme.space
        width: parent.width - 2 * Theme.space
        spacing: Theme.gap

        Item {
            width: parent.width
            height: Theme.press

            Words {
                anchors.left: parent.left
                anchors.right: deed.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Certificate for TLS (ITI-19)")
                weight: Theme.semibold
                font.pixelSize: Theme.label
            }

            Button {
                id: deed
                anchors.right: parent.right
                implicitHeight: Theme.press
                text: root.certificates.deed
                strong: root.certificates.urgent
                onPressed: {
                    root.acting();
                    root.certificates.issue();
                }
                onActiveFocusChanged: if (activeFocus) root.reached(deed)
            }
        }

        Words {
            width: parent.width
            text: root.certificates.words
            color: root.certificates.outcome === "" ? Theme.inkSoft : Theme.outcomeColor(root.certificates.outcome)
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
        }

        TextCell {
            id: folder
            width: parent.width
            label: qsTr("Folder to hand over, such as a memory stick")
            saved: root.certificates.folder
            hint: root.certificates.folder
            fault: ""
            onEntered: text => root.certificates.setFolder(text)
            onAbandoned: root.abandoned()
            onReached: root.reached(folder)
        }

        TroubleLine {
            width: parent.width
            text: root.certificates.trouble
        }

        TroubleLine {
            width: parent.width
            text: root.certificates.handed
            outcome: "acknowledged"
        }

        Link {
            visible: root.certificates.handed !== ""
            text: qsTr("Open the folder")
            onPressed: Qt.openUrlExternally(root.certificates.place)
        }

        Words {
            width: parent.width
            text: root.certificates.authority
            color: Theme.inkFaint
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
        }
    }
}
