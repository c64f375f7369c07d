pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// What one system still keeps, and the identifier under which its people find it.
Item {
    id: root

    required property string words
    required property string found
    required property string name
    required property bool ours

    signal copyAsked(string name)

    implicitHeight: Math.max(Theme.press, text.implicitHeight + 12)

    Column {
        id: text
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - copy.width - Theme.snug
        spacing: 1

        Words {
            width: parent.width
            text: root.words
            color: root.ours ? Theme.inkSoft : Theme.ink
            weight: root.ours ? Theme.regular : Theme.semibold
            wrapMode: Text.Wrap
            maximumLineCount: 2
            font.pixelSize: Theme.small
        }

        Words {
            width: parent.width
            visible: root.name !== ""
            text: qsTr("%1 %2").arg(root.found).arg(root.name)
            color: Theme.inkFaint
            wrapMode: Text.WrapAnywhere // a UID of 64 characters is read out whole
            maximumLineCount: 2
            font.pixelSize: Theme.tiny
        }
    }

    Link {
        id: copy
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.name !== ""
        text: qsTr("Copy")
        name: qsTr("Copy %1").arg(root.name)
        onPressed: root.copyAsked(root.name)
    }
}
