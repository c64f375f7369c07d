pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// Fields that belong together, with a Test beside the address, and what it found below.
Item {
    id: root

    required property string key
    required property string title
    required property string words
    required property string family
    required property string subject
    required property bool folded
    required property bool faulty
    required property var fields
    required property var results
    property bool asking: false
    property bool open: !root.folded

    signal entered(string at, string text)
    signal picked(string at, int index)
    signal marked(string at, string option)
    signal brought(string at, string place)
    signal testAsked(string subject)
    signal cancelled
    signal abandoned
    signal reached(Item item)

    implicitHeight: inside.height + 2 * Theme.space
    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

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
        spacing: Theme.gap

        Item {
            width: parent.width
            height: Theme.press

            Panel {
                id: dot
                anchors.verticalCenter: parent.verticalCenter
                visible: root.family !== ""
                width: visible ? 14 : 0
                height: 14
                radius: 7
                edgeWidth: 0
                fill: Theme.familyColor(root.family)
            }

            Words {
                id: head
                anchors.left: dot.right
                anchors.leftMargin: dot.visible ? Theme.gap : 0
                anchors.verticalCenter: parent.verticalCenter
                text: root.title
                weight: Theme.semibold
                font.pixelSize: Theme.label
            }

            Words {
                anchors.left: head.right
                anchors.leftMargin: Theme.space
                anchors.right: parent.right
                anchors.rightMargin: test.visible ? test.width + Theme.gap : 0
                anchors.baseline: head.baseline
                text: root.words
                color: Theme.inkFaint
                font.pixelSize: Theme.small
            }

            Press {
                anchors.fill: parent
                visible: root.folded
                enabled: root.folded
                name: root.open ? qsTr("Fold %1").arg(root.title) : qsTr("Unfold %1").arg(root.title)
                onPressed: root.open = !root.open

                Glyph {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    path: root.open ? "M 5 15 L 12 8 L 19 15" : "M 5 9 L 12 16 L 19 9"
                    color: Theme.inkSoft
                    size: 24
                }
            }
        }

        Flow {
            id: flow
            width: parent.width
            spacing: Theme.gap
            visible: root.open || root.faulty

            Repeater {
                id: cells
                model: root.fields

                FieldCell {
                    id: cell
                    width: Math.floor(cell.share * (flow.width + Theme.gap) / 12 - Theme.gap)
                    asking: root.asking
                    onEntered: text => root.entered(cell.at, text)
                    onPicked: index => root.picked(cell.at, index)
                    onMarked: option => root.marked(cell.at, option)
                    onBrought: place => root.brought(cell.at, place)
                    onTestAsked: root.testAsked(cell.subject)
                    onAbandoned: root.abandoned()
                    onReached: root.reached(cell)
                }
            }
        }

        Repeater {
            model: root.results

            ResultLine {
                width: inside.width
            }
        }
    }

    // Behind the fields, so that Enter in the last one leads here.
    Button {
        id: test
        anchors.right: parent.right
        anchors.rightMargin: Theme.space
        y: Theme.space
        visible: root.subject !== ""
        implicitHeight: Theme.press
        text: root.asking ? qsTr("Stop") : qsTr("Test")
        name: root.asking ? qsTr("Stop asking") : qsTr("Test %1").arg(root.title)
        strong: !root.asking
        onPressed: root.asking ? root.cancelled() : root.testAsked(root.subject)
        onActiveFocusChanged: if (activeFocus) root.reached(test)
    }

    // The first field wants the keyboard.
    function begin(): void {
        const first = cells.itemAt(0) as FieldCell;
        if (first)
            first.begin();
    }
}
