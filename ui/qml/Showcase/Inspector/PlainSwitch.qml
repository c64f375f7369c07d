pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// The tree as text to copy, or the text as a tree again.
Press {
    id: root

    required property InspectorModel inspector

    visible: !root.inspector.waiting
    width: word.implicitWidth
    name: word.text
    onPressed: root.inspector.togglePlain()

    Words {
        id: word
        anchors.verticalCenter: parent.verticalCenter
        text: root.inspector.plain ? qsTr("As a tree") : qsTr("As text, to copy")
        color: root.hovered ? Theme.ink : Theme.inkSoft
        font.pixelSize: Theme.small
        font.underline: true
    }
}
