pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// What the vendor's engineer enters about us, in letters one can read across a table.
Item {
    id: root

    required property CastingModel casting

    signal acting
    signal abandoned

    Column {
        id: head
        y: Theme.wide
        width: parent.width
        spacing: Theme.space

        Words {
            width: parent.width
            text: qsTr("To enter in their system")
            weight: Theme.bold
            font.pixelSize: Theme.body
        }

        HostCard {
            width: parent.width
            visible: root.casting.ready
            casting: root.casting
            onActing: root.acting()
            onAbandoned: root.abandoned()
        }
    }

    Shelf {
        id: list
        anchors.top: head.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.gap
        bottomMargin: Theme.wide
        model: root.casting.peers
        Accessible.role: Accessible.List
        Accessible.name: qsTr("To enter in their system")

        delegate: PeerCard {
            id: card
            width: list.width - Theme.snug
            opacity: list.part(card.y, card.height)
        }
    }
}
