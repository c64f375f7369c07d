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
        anchors.right: again.left
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
