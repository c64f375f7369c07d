pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// Before the doors open: role by check; what is red says why, what to do, and who.
Item {
    id: root

    required property ReadinessModel readiness
    readonly property list<string> columns: [qsTr("name"), qsTr("port"), qsTr("TLS"), qsTr("answer"), qsTr("clock")]
    readonly property real cell: root.width > 700 ? 74 : 60

    signal checkAsked

    Column {
        anchors.centerIn: parent
        width: parent.width * 0.7
        visible: !root.readiness.asked
        spacing: Theme.space

        Waiting {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.readiness.busy
        }

        Hollow {
            width: parent.width
            title: root.readiness.busy ? root.readiness.verdict
                : root.readiness.verdict !== "" ? root.readiness.verdict : qsTr("Is everything there?")
            words: root.readiness.busy ? qsTr("Address, port, TLS, a real question, the clock: of each system in the cast.")
                : qsTr("Every system of the cast is asked, from the outside in. It takes less than a minute.")
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.readiness.busy ? qsTr("Stop asking") : qsTr("Check every system")
            key: root.readiness.busy ? "" : qsTr("C")
            strong: !root.readiness.busy
            onPressed: root.readiness.busy ? root.readiness.cancel() : root.checkAsked()
        }
    }

    Item {
        anchors.fill: parent
        visible: root.readiness.asked

        Words {
            anchors.left: parent.left
            anchors.right: again.left
            anchors.rightMargin: Theme.wide
            anchors.verticalCenter: again.verticalCenter
            text: root.readiness.verdict
            color: root.readiness.ready ? Theme.outcomeColor("acknowledged") : Theme.ink
            weight: Theme.semibold
            wrapMode: Text.Wrap
            maximumLineCount: 2
            lineHeight: 1.1
            font.pixelSize: Theme.label - 1
        }

        Button {
            id: again
            anchors.right: parent.right
            implicitHeight: Theme.press
            text: qsTr("Check again")
            key: qsTr("C")
            onPressed: root.checkAsked()
        }

        Row {
            id: head
            anchors.right: parent.right
            anchors.rightMargin: Theme.snug
            anchors.top: again.bottom
            anchors.topMargin: Theme.snug

            Repeater {
                model: root.columns

                Words {
                    required property string modelData

                    width: root.cell
                    horizontalAlignment: Text.AlignHCenter
                    text: modelData
                    color: Theme.inkFaint
                    font.pixelSize: Theme.tiny
                }
            }
        }

        Shelf {
            id: list
            anchors.top: head.bottom
            anchors.topMargin: 2
            anchors.bottom: parent.bottom
            width: parent.width
            model: root.readiness.rows
            Accessible.role: Accessible.List
            Accessible.name: root.readiness.verdict

            delegate: ReadyLine {
                id: line
                opacity: list.part(line.y, line.height)
                width: list.width - Theme.snug
                cell: root.cell
            }
        }
    }
}
