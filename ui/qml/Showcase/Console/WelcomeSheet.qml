pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// The first start explains itself in one screen; F1 brings it back.
Page {
    id: root

    page: 1120
    title: qsTr("A patient's journey, played with real messages")

    component Key: Item {
        id: key

        required property string press
        required property string does

        width: parent ? parent.width : 0
        height: 36

        KeyHint {
            anchors.verticalCenter: parent.verticalCenter
            key: key.press
        }

        Words {
            anchors.verticalCenter: parent.verticalCenter
            x: 104
            width: parent.width - x
            text: key.does
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 13
        }
    }

    Column {
        width: parent.width
        spacing: Theme.wide

        Words {
            width: parent.width
            wrapMode: Text.Wrap
            lineHeight: 1.3
            text: qsTr("Every step of the cue list on the left is a message that one system really sends to another. GO sends the next one; the stage shows it on its way, and lights up only when the other side has answered. On the right stand its bytes. If something fails, a card says what happened, what to tell the audience, and what to press.")
            color: Theme.ink
            font.pixelSize: Theme.label
        }

        Row {
            width: parent.width
            spacing: Theme.wide

            Column {
                width: (parent.width - Theme.wide) / 2

                Key { press: qsTr("N"); does: qsTr("begin a tour, with a fresh patient") }
                Key { press: qsTr("O"); does: qsTr("only watch: no story, every exchange drawn") }
                Key { press: qsTr("Space"); does: qsTr("GO: the next step. A presenter's remote does it, too") }
                Key { press: qsTr("Esc"); does: qsTr("hold everything; twice within a second: cut") }
                Key { press: qsTr("R"); does: qsTr("try again what failed") }
                Key { press: qsTr("S"); does: qsTr("let our stand-in do what a vendor's system cannot") }
                Key { press: qsTr("K"); does: qsTr("skip the next step") }
                Key { press: qsTr("↑ ↓"); does: qsTr("choose a step, Enter makes it the next") }
                Key { press: qsTr("I"); does: qsTr("look in: both sides of an exchange, with all bytes") }
                Key { press: qsTr("Ctrl F"); does: qsTr("search all runs: a name, a number, any text") }
            }

            Column {
                width: (parent.width - Theme.wide) / 2

                Key { press: qsTr("W"); does: qsTr("the wall: the stage on the audience's screen") }
                Key { press: qsTr("F"); does: qsTr("freeze the wall; again: catch up") }
                Key { press: qsTr("B"); does: qsTr("blank: a holding screen before the stage") }
                Key { press: qsTr("M"); does: qsTr("show mode: hides everything that edits") }
                Key { press: qsTr("C"); does: qsTr("check every system before the doors open") }
                Key { press: qsTr("V"); does: qsTr("cast: bring a vendor's system in, and test it") }
                Key { press: qsTr("P  ← →"); does: qsTr("a recording: pause, back, on") }
                Key { press: qsTr(","); does: qsTr("settings: language, light, the wall's size") }
                Key { press: qsTr("F1"); does: qsTr("this page") }
            }
        }

        Button {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("Let us begin")
            key: qsTr("Enter")
            strong: true
            onPressed: root.closed()
        }
    }
}
