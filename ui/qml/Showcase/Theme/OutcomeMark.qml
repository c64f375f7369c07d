pragma ComponentBehavior: Bound

import QtQuick

// An outcome as colour and shape, with its word unless the word stands elsewhere.
Row {
    id: root

    required property string outcome
    property bool worded: true
    property real size: Theme.label

    spacing: root.size * 0.35

    Glyph {
        anchors.verticalCenter: parent.verticalCenter
        path: Theme.outcomeShape(root.outcome)
        color: Theme.outcomeColor(root.outcome)
        size: root.size * 1.15
        stroke: 2.4
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.worded
        text: Theme.outcomeWord(root.outcome)
        color: Theme.outcomeColor(root.outcome)
        weight: Theme.semibold
        font.pixelSize: root.size
    }
}
