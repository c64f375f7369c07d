pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One of ours, as an engineer enters it: name and address large.
Item {
    id: root

    required property string title
    required property string protocol
    required property string family
    required property string name
    required property string nameLabel
    required property string address
    required property string purpose

    implicitHeight: inside.height + 2 * Theme.space
    Accessible.role: Accessible.ListItem
    Accessible.name: [root.title, root.protocol, root.nameLabel, root.name, root.address, root.purpose].filter(each => each !== "").join(", ")

    Panel {
        anchors.fill: parent
        fill: Theme.ground
        edge: Theme.groundEdge
        radius: Theme.radius
    }

    Column {
        id: inside
        x: Theme.space
        y: Theme.space
        width: parent.width - 2 * Theme.space
        spacing: Theme.hair

        Item {
            width: parent.width
            height: 30

            Words {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - tag.width - Theme.gap
                text: root.title
                weight: Theme.semibold
                font.pixelSize: Theme.label - 1
            }

            Tag {
                id: tag
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: root.protocol
                family: root.family
            }
        }

        Words {
            width: parent.width
            visible: root.nameLabel !== ""
            text: root.nameLabel
            color: Theme.inkFaint
            font.pixelSize: Theme.tiny
        }

        Words {
            width: parent.width
            visible: root.name !== ""
            text: root.name
            mono: true
            weight: Theme.semibold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 16
            font.pixelSize: 30
        }

        Words {
            width: parent.width
            visible: root.address !== ""
            text: root.address
            mono: true
            weight: Theme.medium
            wrapMode: Text.WrapAnywhere
            elide: Text.ElideNone
            font.pixelSize: root.address.length > 28 ? 20 : 26
        }

        Words {
            width: parent.width
            text: root.purpose
            color: Theme.inkFaint
            wrapMode: Text.Wrap
            font.pixelSize: Theme.tiny
        }
    }
}
