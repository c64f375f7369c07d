pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// After a reset: what was cleared in our stand-ins, and what is left elsewhere, by name. Calm: the
// next tour can begin at once, and begins it away.
Item {
    id: root

    required property ResetModel reset

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.reset.title

    Panel {
        anchors.fill: parent
        fill: Theme.panel
        edge: Theme.panelEdge
    }

    Item {
        id: head
        x: Theme.wide
        y: Theme.gap
        width: parent.width - 2 * Theme.wide
        height: 52

        Glyph {
            id: tick
            anchors.verticalCenter: parent.verticalCenter
            path: Theme.outcomeShape("acknowledged")
            color: Theme.outcomeColor("acknowledged")
            size: 28
            stroke: 2.4
        }

        Column {
            anchors.left: tick.right
            anchors.leftMargin: Theme.gap
            anchors.right: close.left
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: root.reset.title
                weight: Theme.bold
                font.pixelSize: Theme.label + 2
            }

            Words {
                width: parent.width
                text: root.reset.fresh
                color: Theme.inkFaint
                font.pixelSize: Theme.small - 1
            }
        }

        IconPress {
            id: close
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: qsTr("Put this away")
            path: "M 5 5 L 19 19 M 19 5 L 5 19"
            onPressed: root.reset.close()
        }
    }

    Rule {
        id: rule
        anchors.top: head.bottom
        anchors.topMargin: Theme.snug
        x: Theme.wide
        width: parent.width - 2 * Theme.wide
    }

    component Heading: Words {
        height: 34
        verticalAlignment: Text.AlignVCenter
        color: Theme.inkFaint
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    Heading {
        id: ours
        anchors.top: rule.bottom
        anchors.topMargin: Theme.hair
        x: Theme.wide
        width: cleared.width
        text: qsTr("Cleared in our stand-ins")
    }

    Shelf {
        id: cleared
        anchors.top: ours.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        x: Theme.wide
        width: (parent.width - 3 * Theme.wide) * 0.46
        model: root.reset.cleared
        Accessible.role: Accessible.List
        Accessible.name: ours.text

        delegate: Item {
            id: line

            required property string title
            required property string counts

            opacity: cleared.part(line.y, line.height)
            width: cleared.width - Theme.gap
            height: 46
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2").arg(line.title).arg(line.counts)

            Column {
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                Words {
                    width: parent.width
                    text: line.title
                    color: Theme.inkSoft
                    weight: Theme.medium
                    font.pixelSize: Theme.small
                }

                Words {
                    width: parent.width
                    text: line.counts
                    color: Theme.inkFaint
                    font.pixelSize: Theme.tiny
                }
            }
        }
    }

    Heading {
        id: theirs
        anchors.top: ours.top
        anchors.left: left.left
        width: left.width
        text: root.reset.todo > 0 ? qsTr("Left in systems that only their people can clear") : qsTr("Left elsewhere: nothing that anybody has to clear")
        color: root.reset.todo > 0 ? Theme.say : Theme.inkFaint
    }

    Shelf {
        id: left
        anchors.top: theirs.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.wide
        width: (parent.width - 3 * Theme.wide) * 0.54
        model: root.reset.left
        Accessible.role: Accessible.List
        Accessible.name: theirs.text

        delegate: LeftLine {
            id: remainder
            opacity: left.part(remainder.y, remainder.height)
            width: left.width - Theme.gap
            onCopyAsked: name => root.reset.copy(name)
        }
    }
}
