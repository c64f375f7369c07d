pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// Which cast: one click, between runs.
Item {
    id: root

    required property CastingModel casting

    signal acting
    signal closed

    implicitHeight: 92

    Rectangle {
        anchors.fill: parent
        color: Theme.backdrop // what scrolls below ends here
    }

    Words {
        id: head
        x: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Cast")
        weight: Theme.bold
        font.pixelSize: Theme.heading
    }

    ListView {
        id: list
        anchors.left: head.right
        anchors.leftMargin: Theme.broad
        anchors.right: more.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        height: 64
        clip: true
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        spacing: Theme.snug
        cacheBuffer: 0
        model: root.casting.casts
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Casts")

        delegate: CastChip {
            id: chip
            // the software renderer draws a Shape that lies wholly outside the clip as if there were none
            opacity: chip.x + chip.width > list.contentX && chip.x < list.contentX + list.width ? 1 : 0
            onPressed: {
                root.acting();
                root.casting.choose(chip.file);
            }
        }
    }

    Button {
        id: more
        anchors.right: close.left
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("New cast")
        onPressed: {
            root.acting();
            root.casting.create();
        }
    }

    IconPress {
        id: close
        anchors.right: parent.right
        anchors.rightMargin: Theme.wide
        anchors.verticalCenter: parent.verticalCenter
        name: qsTr("Close")
        path: "M 5 5 L 19 19 M 19 5 L 5 19"
        onPressed: {
            root.acting();
            root.closed();
        }
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
