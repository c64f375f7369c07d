pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A caller whom the cast does not know: its address, what it calls itself, and a name for it.
Item {
    id: root

    required property string address
    required property string says
    required property string named

    signal nameWanted(string name)
    signal done

    implicitHeight: inside.height + 2 * Theme.gap

    Panel {
        anchors.fill: parent
        fill: Theme.ground
        edge: Theme.groundEdge
        radius: Theme.radius
    }

    Column {
        id: inside
        x: Theme.gap
        y: Theme.gap
        width: parent.width - 2 * Theme.gap
        spacing: Theme.snug

        Item {
            width: parent.width
            height: 26

            Words {
                id: who
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width * 0.6)
                text: root.named !== "" ? root.named : root.address
                mono: root.named === ""
                weight: Theme.semibold
                font.pixelSize: Theme.label
            }

            Words {
                anchors.left: who.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: root.named !== "" ? root.address : root.says !== "" ? qsTr("calls itself %1").arg(root.says) : qsTr("gave no name")
                color: Theme.inkFaint
                font.pixelSize: Theme.small
            }
        }

        Row {
            width: parent.width
            spacing: Theme.gap

            Button {
                id: take
                visible: root.named === "" && root.says !== ""
                implicitHeight: Theme.press
                width: Math.min(implicitWidth, parent.width / 2)
                text: qsTr("Name it %1").arg(root.says)
                strong: true
                onPressed: root.nameWanted(root.says)
            }

            Field {
                id: field
                width: parent.width - (take.visible ? take.width + Theme.gap : 0)
                name: qsTr("Name of %1").arg(root.address)
                hint: root.named !== "" ? qsTr("another name") : qsTr("a name for it")
                onEntered: root.take()
                onAbandoned: root.done()
            }
        }
    }

    function take(): void {
        root.nameWanted(field.text);
        field.text = "";
        root.done();
    }
}
