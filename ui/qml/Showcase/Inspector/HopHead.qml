pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// Which hop: from whom to whom, by which transaction, in how much time.
Column {
    id: root

    required property InspectorModel inspector
    required property FinderModel finder
    readonly property bool marked: root.finder.marked === root.inspector.hopId

    spacing: Theme.hair

    Item {
        width: parent.width
        height: Theme.press

        Words {
            id: title
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - tag.width - widen.width - Theme.gap - (pin.visible ? pin.width + Theme.gap : 0))
            text: root.inspector.hop.title
            weight: Theme.bold
            font.pixelSize: Theme.body
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
        }

        Tag {
            id: tag
            anchors.left: title.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: root.inspector.hop.transaction
            family: root.inspector.hop.family
        }

        IconPress {
            id: widen
            anchors.right: parent.right
            name: root.inspector.wide ? qsTr("Back to a column") : qsTr("Both sides beside each other, with all bytes")
            path: root.inspector.wide ? "M 14 4 V 10 H 20 M 20 4 L 14 10 M 10 20 V 14 H 4 M 4 20 L 10 14" : "M 14 4 H 20 V 10 M 20 4 L 14 10 M 10 20 H 4 V 14 M 4 20 L 10 14"
            selected: root.inspector.wide
            onPressed: root.inspector.widen()
        }

        Press {
            id: pin
            anchors.right: widen.left
            visible: root.inspector.pinned
            width: word.implicitWidth + 2 * Theme.snug
            name: qsTr("Show the newest exchange again")
            onPressed: root.inspector.follow()

            Words {
                id: word
                anchors.centerIn: parent
                text: qsTr("newest")
                color: pin.hovered ? Theme.ink : Theme.inkSoft
                font.pixelSize: Theme.small
                font.underline: true
            }
        }
    }

    Item {
        width: parent.width
        height: visible ? Math.max(line.height, compare.height) : 0
        visible: root.inspector.depth !== InspectorModel.Depth.VISITOR

        Pieces {
            id: line
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - compare.width - Theme.gap
            visible: root.inspector.depth !== InspectorModel.Depth.VISITOR
            pieces: (root.inspector.wide && root.inspector.specified !== "" ? [root.inspector.specified] : []).concat(root.inspector.hop.factsLine.split(" · "))
            apart: "\u00a0· "
            lines: 2
            color: Theme.inkFaint
            font.pixelSize: Theme.small
        }

        Link {
            id: compare
            anchors.right: parent.right
            text: root.marked ? qsTr("chosen to compare") : root.finder.marked === "" ? qsTr("compare …") : qsTr("compare with it")
            ink: root.marked ? Theme.say : Theme.inkSoft
            name: root.finder.marked === "" || root.marked ? qsTr("Choose this exchange to compare another with")
                : qsTr("Compare with %1").arg(root.finder.markedTitle)
            onPressed: root.compare()
        }
    }

    function compare(): void {
        const title = `${root.inspector.hop.transaction} ${root.inspector.hop.title}`;
        if (root.finder.marked === "" || root.marked)
            root.finder.mark(root.inspector.hopId, title);
        else
            root.finder.compareWith(root.inspector.hopId, title);
    }
}
