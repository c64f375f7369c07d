pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A deed as an underlined word.
Press {
    id: root

    required property string text
    property color ink: Theme.inkSoft

    name: root.text
    width: word.implicitWidth + Theme.snug

    Words {
        id: word
        anchors.centerIn: parent
        text: root.text
        color: root.hovered ? Theme.ink : root.ink
        font.pixelSize: Theme.small - 1
        font.underline: true
    }
}
