pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Text to read and to copy, as it is.
Item {
    id: root

    required property string text
    property bool spoken: false // prose, not code

    Panel {
        anchors.fill: parent
        fill: Theme.well
        edgeWidth: 0
        radius: Theme.radius
    }

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: Theme.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentWidth: width
        contentHeight: edit.implicitHeight

        TextEdit {
            id: edit
            width: flick.width
            text: root.text
            textFormat: TextEdit.PlainText
            readOnly: true
            selectByMouse: true
            wrapMode: root.spoken ? TextEdit.Wrap : TextEdit.WrapAnywhere
            color: Theme.inkSoft
            selectionColor: Theme.selected
            selectedTextColor: Theme.ink
            font.family: root.spoken ? Theme.sans : Theme.mono
            font.pixelSize: root.spoken ? Theme.small : 14
            Accessible.name: qsTr("The exchange as text")
        }
    }
}
