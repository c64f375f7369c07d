pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls as Controls
import Showcase.Stage
import Showcase.Theme

// What the audience sees right now, as the wall's own cursor has it: the wire is often further.
Panel {
    id: root

    required property StageModel stage
    required property bool live // a wall is up
    readonly property bool holding: root.live && root.stage.curtain.holding
    readonly property bool frozen: root.live && root.stage.curtain.frozen && !root.holding
    readonly property color hue: root.stage.isStale ? Theme.outcomeColor("failed")
        : root.holding || root.frozen ? Theme.say
        : root.stage.isRecording ? Theme.inkSoft
        : root.live ? Theme.danger : Theme.inkFaint
    readonly property string tally: root.stage.isStale ? qsTr("STALE")
        : root.holding ? qsTr("WALL BLANK")
        : root.frozen ? qsTr("WALL FROZEN")
        : root.stage.isRecording ? qsTr("RECORDING")
        : root.live ? qsTr("LIVE ON WALL") : qsTr("LIVE · WALL OFF")
    readonly property string sentence: root.holding ? qsTr("The holding screen. The stage goes on behind it.")
        : root.stage.empty ? qsTr("Nothing on stage") : root.stage.sentence

    fill: Theme.ground
    edge: root.live ? root.hue : Theme.groundEdge
    edgeWidth: root.live ? 2 : Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Live: %1").arg(root.sentence)
    Accessible.description: root.tally

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair

        Item {
            width: parent.width
            height: 28

            Panel {
                id: dot
                anchors.verticalCenter: parent.verticalCenter
                width: 12
                height: 12
                radius: 6
                fill: root.live ? root.hue : "transparent"
                edge: root.hue
                edgeWidth: 2
            }

            Words {
                id: word
                anchors.left: dot.right
                anchors.leftMargin: Theme.snug
                anchors.verticalCenter: parent.verticalCenter
                text: root.tally
                color: root.hue
                weight: Theme.bold
                font.pixelSize: Theme.tiny
                font.letterSpacing: 1
            }

            Words {
                anchors.left: word.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignRight
                visible: root.stage.backlog > 0
                text: qsTr("%1 more to come").arg(root.stage.backlog)
                color: Theme.inkFaint
                font.pixelSize: Theme.tiny
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
            }
        }

        Words {
            width: parent.width
            height: 58
            verticalAlignment: Text.AlignVCenter
            text: root.sentence
            color: root.stage.empty || root.holding ? Theme.inkSoft : Theme.ink
            weight: Theme.bold
            font.pixelSize: Theme.body
            wrapMode: Text.Wrap
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.tiny
        }

        Row {
            width: parent.width
            height: 26
            spacing: Theme.gap
            visible: root.stage.transaction !== "" && !root.holding

            Controls.Tag {
                id: tag
                anchors.verticalCenter: parent.verticalCenter
                text: root.stage.transaction
                family: root.stage.family
            }

            OutcomeMark {
                id: mark
                anchors.verticalCenter: parent.verticalCenter
                visible: root.stage.outcome !== ""
                outcome: root.stage.outcome
                size: Theme.tiny
            }

            Pieces {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - tag.width - (mark.visible ? mark.width + Theme.gap : 0) - Theme.gap
                pieces: root.stage.line.split(" · ")
                apart: " ·\u00a0"
                color: Theme.inkFaint
                font.pixelSize: Theme.tiny
            }
        }
    }
}
