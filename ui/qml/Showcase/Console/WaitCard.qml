pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// A vendor's human has to act: what to do there, what came so far, and the way around it.
Item {
    id: root

    required property ConsoleModel booth
    readonly property WaitingModel waiting: root.booth.waiting
    readonly property bool low: root.height < 340

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.waiting.title

    Panel {
        anchors.fill: parent
        fill: Theme.panel
        edge: Theme.familyColor("DICOM")
        edgeWidth: 2
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        anchors.topMargin: Theme.space
        anchors.bottomMargin: Theme.space
        spacing: 10

        RowLayout {
            spacing: Theme.space

            Waiting {}

            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                text: root.waiting.title
                weight: Theme.bold
                font.pixelSize: Theme.body + 2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.small
            }

            Button {
                visible: root.waiting.replaceable
                implicitHeight: Theme.press
                text: root.low ? qsTr("Stand-in") : qsTr("Let the stand-in take it")
                name: qsTr("Let the stand-in take it")
                key: qsTr("S")
                onPressed: root.booth.standIn()
            }
        }

        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: 100
            text: root.waiting.todo
            wrapMode: Text.Wrap
            font.pixelSize: root.low ? Theme.small : Theme.label
            lineHeight: 1.15
        }

        Flow {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: implicitHeight
            spacing: root.low ? Theme.gap : Theme.wide
            clip: true

            Repeater {
                model: root.waiting.values

                ValueChip { small: root.low }
            }
        }

        RowLayout {
            visible: root.waiting.missed !== ""
            spacing: Theme.gap

            Words {
                Layout.alignment: Qt.AlignTop
                text: "≠"
                color: Theme.outcomeColor("refused")
                weight: Theme.bold
                font.pixelSize: Theme.heading
                lineHeight: 0.8
                Accessible.ignored: true
            }

            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                text: root.waiting.missed
                color: Theme.outcomeColor("refused")
                weight: Theme.semibold
                wrapMode: Text.Wrap
                maximumLineCount: 3
                font.pixelSize: root.low ? Theme.small : Theme.label
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
