pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// What GO does next: the step, from whom to whom, what it sends, and the sentence to come.
Item {
    id: root

    required property ConsoleModel booth
    required property string tour // what would begin, while nothing is on stage
    readonly property NextModel next: root.booth.next
    readonly property bool between: root.booth.phase === Show.Phase.EMPTY || root.booth.phase === Show.Phase.ENDED
    readonly property bool narrow: root.width < 340
    readonly property bool told: root.next.shown && !root.booth.isRecording && root.booth.phase >= Show.Phase.EMPTY

    Accessible.role: Accessible.StaticText
    Accessible.name: root.told ? qsTr("Next: %1. %2. Sends %3. %4").arg(root.next.title).arg(root.next.way).arg(root.next.sends).arg(root.next.when)
        : qsTr("Next: %1").arg(fallback.text)

    Column {
        visible: root.told
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Item {
            width: parent.width
            height: 28

            Words {
                id: head
                anchors.verticalCenter: parent.verticalCenter
                text: root.next.byItself ? qsTr("THEN") : qsTr("NEXT")
                color: Theme.go
                weight: Theme.bold
                font.pixelSize: Theme.tiny
                font.letterSpacing: 1
            }

            Words {
                anchors.left: head.right
                anchors.leftMargin: Theme.gap
                anchors.right: tag.left
                anchors.rightMargin: Theme.snug
                anchors.verticalCenter: parent.verticalCenter
                text: root.next.when
                color: Theme.inkFaint
                font.pixelSize: Theme.tiny
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 12
            }

            Tag {
                id: tag
                anchors.right: parent.right
                text: root.next.transaction
                family: root.next.family
            }
        }

        Words {
            id: title
            width: parent.width
            text: root.next.title
            weight: Theme.bold
            font.pixelSize: root.narrow ? 18 : Theme.body
            fontSizeMode: root.narrow ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.small
            wrapMode: root.narrow ? Text.Wrap : Text.NoWrap
            maximumLineCount: 2
        }

        Words {
            width: parent.width
            text: qsTr("%1  ·  sends %2").arg(root.next.way).arg(root.next.sends)
            color: Theme.inkSoft
            wrapMode: Text.Wrap
            maximumLineCount: 2
            font.pixelSize: Theme.tiny + 1
            lineHeight: 1.05
        }

        Words {
            width: parent.width
            visible: root.next.tell !== "" && title.lineCount < 2
            text: qsTr("“%1”").arg(root.next.tell)
            color: Theme.inkFaint
            font.pixelSize: root.narrow ? 12 : Theme.tiny + 1
            wrapMode: Text.Wrap
            maximumLineCount: 2
            lineHeight: root.narrow ? 1.0 : 1.1
        }
    }

    Words {
        id: fallback
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.told
        text: root.between && root.tour !== "" && !root.booth.isRecording && root.booth.goReady
            ? qsTr("%1: %2").arg(root.sentenced(root.booth.goHint)).arg(root.tour) : root.sentenced(root.booth.goHint)
        color: root.booth.goReady ? Theme.ink : Theme.inkSoft
        weight: Theme.semibold
        wrapMode: Text.Wrap
        maximumLineCount: 3
        font.pixelSize: Theme.label + 1
    }

    function sentenced(words: string): string {
        return words.charAt(0).toUpperCase() + words.slice(1);
    }
}
