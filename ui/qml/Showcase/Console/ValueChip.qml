pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Something to type or to select at a vendor's system, in letters one can read across a table.
Flow {
    id: root

    required property string name
    required property string value
    property bool small: false // there is little room: the name stands beside the value
    readonly property real room: root.parent?.width ?? 400
    readonly property bool long: root.value.length > 24 // a UID: nobody reads it aloud

    flow: root.small ? Flow.LeftToRight : Flow.TopToBottom
    spacing: root.small ? Theme.snug : 0
    width: root.small ? Math.min(head.implicitWidth + Theme.snug + said.width, root.room) : Math.max(head.implicitWidth, said.width)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.value)

    Words {
        id: head
        text: root.name
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }

    Words {
        id: said
        width: Math.min(implicitWidth, root.room)
        text: root.value
        wrapMode: Text.WrapAnywhere
        mono: true
        weight: Theme.bold
        font.pixelSize: root.long ? Theme.small : root.small ? Theme.label : Theme.heading + 4
    }
}
