pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What a setting is called, what it does, and the control.
Item {
    id: root

    required property string title
    property string words: ""
    default property alias content: control.data

    implicitHeight: Math.max(60, text.implicitHeight + Theme.snug)

    Column {
        id: text
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - control.width - Theme.broad
        spacing: 2

        Words {
            width: parent.width
            text: root.title
            weight: Theme.semibold
            font.pixelSize: Theme.label
        }

        Words {
            width: parent.width
            visible: root.words !== ""
            text: root.words
            color: Theme.inkFaint
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small - 1
        }
    }

    Item {
        id: control
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: 400
        height: 48
    }
}
