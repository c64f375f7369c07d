pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// A run in the history.
Item {
    id: root

    required property string run
    required property string title
    required property string patient
    required property string at
    required property string detail
    required property string outcome
    required property bool shown

    signal replayAsked
    signal pageAsked
    signal filesAsked

    implicitHeight: 60

    Glyph {
        id: mark
        anchors.verticalCenter: parent.verticalCenter
        path: Theme.outcomeShape(root.outcome)
        color: Theme.outcomeColor(root.outcome)
        size: 22
        stroke: 2.2
    }

    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.space
        anchors.right: save.left
        anchors.rightMargin: Theme.space
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Words {
            width: parent.width
            text: qsTr("%1 · %2").arg(root.patient).arg(root.title)
            weight: Theme.semibold
            font.pixelSize: Theme.label - 1
        }

        Words {
            width: parent.width
            text: qsTr("%1 · %2").arg(root.at).arg(root.detail)
            color: Theme.inkFaint
            font.pixelSize: Theme.tiny
        }
    }

    Row {
        id: save
        anchors.right: again.left
        anchors.rightMargin: Theme.snug
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.hair

        IconPress {
            name: qsTr("Save this run as one page among your documents")
            path: "M 6 3 H 14 L 19 8 V 21 H 6 Z M 14 3 V 8 H 19 M 9 13 H 16 M 9 17 H 14"
            onPressed: root.pageAsked()
        }

        IconPress {
            name: qsTr("Save this run as raw files among your documents")
            path: "M 4 7 H 20 V 20 H 4 Z M 4 7 L 6.5 3.5 H 17.5 L 20 7 M 12 10 V 17 M 9 14 L 12 17 L 15 14"
            onPressed: root.filesAsked()
        }
    }

    Button {
        id: again
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: Theme.press
        text: root.shown ? qsTr("On screen") : qsTr("Replay")
        enabled: !root.shown
        onPressed: root.replayAsked()
    }

    Rule {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
