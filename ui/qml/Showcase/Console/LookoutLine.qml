pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// The wall on another machine: who is let in, and what to enter there.
Column {
    id: root

    required property LookoutModel lookout

    spacing: Theme.snug
    Component.onCompleted: if (visible) root.lookout.refresh()
    onVisibleChanged: if (visible) root.lookout.refresh()

    SettingLine {
        width: parent.width
        title: qsTr("Wall on another machine")
        words: root.lookout.words

        Choice {
            anchors.fill: parent
            name: qsTr("Who is let in")
            titles: root.lookout.choices
            current: root.lookout.chosen
            onChosen: index => root.lookout.choose(index)
        }
    }

    Item {
        width: parent.width
        height: 48
        visible: root.lookout.isOpen

        Panel {
            anchors.left: parent.left
            width: parent.width - change.width - Theme.gap
            height: parent.height
            fill: Theme.well
            edge: Theme.panelEdge
            radius: Theme.radiusSmall

            TextEdit {
                anchors.verticalCenter: parent.verticalCenter
                x: Theme.gap
                width: parent.width - 2 * Theme.gap
                readOnly: true
                selectByMouse: true
                textFormat: TextEdit.PlainText
                text: root.lookout.command
                color: Theme.ink
                selectionColor: Theme.selected
                selectedTextColor: Theme.ink
                wrapMode: TextEdit.WrapAnywhere
                font.family: Theme.mono
                font.pixelSize: Theme.tiny
                activeFocusOnTab: true

                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("To enter on the other machine")
                Accessible.readOnly: true
            }
        }

        Button {
            id: change
            anchors.right: parent.right
            text: qsTr("New key")
            implicitHeight: 48
            onPressed: root.lookout.changeKey()
        }
    }
}
