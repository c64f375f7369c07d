pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// A cue did not hold: which system, why, what to say now, and two things to press.
Item {
    id: root

    required property ConsoleModel booth
    readonly property FailureModel failure: root.booth.failure

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.failure.title

    Panel {
        anchors.fill: parent
        fill: Theme.panel
        edge: Theme.outcomeColor(root.failure.outcome)
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
            Layout.fillWidth: true

            Glyph {
                path: Theme.outcomeShape(root.failure.outcome)
                color: Theme.outcomeColor(root.failure.outcome)
                size: 34
                stroke: 2
            }

            Words {
                Layout.maximumWidth: root.width * (root.failure.where === "" ? 0.9 : 0.62)
                text: root.failure.title
                wrapMode: Text.Wrap
                maximumLineCount: 2
                weight: Theme.bold
                font.pixelSize: Theme.body + 2
            }

            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                visible: root.failure.where !== ""
                horizontalAlignment: Text.AlignRight
                text: root.failure.where
                color: Theme.inkFaint
                wrapMode: Text.Wrap
                maximumLineCount: 2
                font.pixelSize: Theme.small
            }
        }

        Why {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 24
            Layout.preferredWidth: 100
            Layout.preferredHeight: whole.implicitHeight
            Layout.maximumHeight: whole.implicitHeight
            fontSizeMode: Text.VerticalFit
            minimumPixelSize: 14
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.height > 400 // the inspector has both, too

            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                text: root.failure.status !== "" ? qsTr("In detail: %1").arg(root.failure.status) : ""
                color: Theme.inkFaint
                mono: true
                font.pixelSize: Theme.tiny
            }

            Press {
                id: bytes
                visible: root.failure.hasBytes
                Layout.preferredWidth: word.implicitWidth
                Layout.preferredHeight: Theme.press
                name: qsTr("Show the bytes")
                onPressed: root.booth.inspectFailure()

                Words {
                    id: word
                    anchors.centerIn: parent
                    text: bytes.name
                    color: bytes.hovered ? Theme.ink : Theme.inkSoft
                    font.pixelSize: Theme.small
                    font.underline: true
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.gap

            Rectangle {
                Layout.fillHeight: true
                Layout.preferredWidth: 5
                radius: 2.5
                color: Theme.say
            }

            Words {
                Layout.fillWidth: true
                Layout.preferredWidth: 100
                Layout.preferredHeight: Math.min(implicitHeight, 108)
                text: qsTr("Say: “%1”").arg(root.failure.say)
                weight: Theme.medium
                wrapMode: Text.Wrap
                font.pixelSize: Theme.label + 2
                fontSizeMode: Text.VerticalFit
                minimumPixelSize: 14
            }
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Button {
                text: root.failure.firstLabel
                key: root.keyOf(root.failure.first)
                strong: true
                onPressed: root.booth.wayOut(root.failure.first)
            }

            Button {
                text: root.failure.secondLabel
                key: root.keyOf(root.failure.second)
                visible: root.failure.second !== Ways.Out.NONE
                onPressed: root.booth.wayOut(root.failure.second)
            }

            Item {
                Layout.fillWidth: true
            }
        }
    }

    // as high as it would like to be: once a text is cut, it says it wants no more than it has
    Why {
        id: whole
        visible: false
        width: root.width - 2 * Theme.wide
    }

    component Why: Words {
        text: root.failure.why
        color: Theme.ink
        wrapMode: Text.Wrap
        font.pixelSize: root.height > 400 ? Theme.label : Theme.small
        lineHeight: 1.15
    }

    function keyOf(way: int): string {
        switch (way) {
        case Ways.Out.RETRY:
        case Ways.Out.AGAIN:
            return qsTr("R");
        case Ways.Out.STAND_IN:
            return qsTr("S");
        case Ways.Out.NEXT_TOUR:
            return qsTr("N");
        default:
            return qsTr("Space");
        }
    }
}
