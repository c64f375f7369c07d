pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Between two tours.
Column {
    id: root

    property string words: qsTr("One patient. Many systems. Every message real.")
    property string more: qsTr("The next tour begins in a moment.")

    spacing: Theme.wide

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.words
        weight: Theme.bold
        font.pixelSize: Theme.essential * 1.2
    }

    Words {
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.more
        color: Theme.inkSoft
        font.pixelSize: Theme.title
    }
}
