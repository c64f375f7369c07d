pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// The roles of the story, and who plays each.
Item {
    id: root

    required property CastingModel casting

    signal acting

    Item {
        id: head
        width: parent.width
        height: visible ? 84 : Theme.space
        visible: root.casting.named

        TextCell {
            y: Theme.space
            width: parent.width
            label: qsTr("Name of this cast")
            saved: root.casting.title
            hint: ""
            fault: ""
            onEntered: text => root.casting.rename(text)
        }
    }

    Shelf {
        id: list
        anchors.top: head.bottom
        anchors.topMargin: Theme.snug
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space
        width: parent.width
        spacing: Theme.hair
        model: root.casting.roles
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Roles")

        delegate: RoleLine {
            id: line
            width: list.width - Theme.snug
            opacity: list.part(line.y, line.height)
            onPressed: {
                root.acting();
                root.casting.show(line.role);
            }
        }
    }
}
