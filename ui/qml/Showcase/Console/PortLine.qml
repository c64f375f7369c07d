pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// An open port, and who has called there.
Item {
    id: root

    required property string address
    required property string title
    required property string protocol
    required property string callers
    required property bool busy

    implicitHeight: 46

    Words {
        id: who
        y: 5
        width: Math.min(implicitWidth, root.width * 0.5)
        text: root.title
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }

    Words {
        anchors.left: who.right
        anchors.leftMargin: Theme.snug
        anchors.baseline: who.baseline
        text: root.protocol
        color: Theme.inkSoft
        font.pixelSize: Theme.tiny
    }

    Words {
        y: 25
        text: root.address
        color: Theme.inkFaint
        mono: true
        font.pixelSize: 13
    }

    Words {
        anchors.right: parent.right
        y: 25
        width: Math.min(implicitWidth, root.width * 0.6)
        text: root.callers !== "" ? root.callers : qsTr("nobody has called")
        color: root.busy ? Theme.outcomeColor("acknowledged") : root.callers !== "" ? Theme.inkSoft : Theme.inkGhost
        font.pixelSize: 13
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
