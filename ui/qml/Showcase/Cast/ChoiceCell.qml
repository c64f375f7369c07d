pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Theme

// One of a few, with its label above.
Item {
    id: root

    required property string label
    required property list<string> options
    required property list<bool> marks
    required property string fault

    signal picked(int index)

    implicitHeight: choice.y + choice.height + (wrong.visible ? wrong.implicitHeight + Theme.hair : 0)

    Words {
        width: parent.width
        height: 22
        text: root.label
        color: Theme.inkSoft
        font.pixelSize: Theme.tiny
    }

    Choice {
        id: choice
        y: 24
        width: parent.width
        name: root.label
        titles: root.options
        current: root.marks.indexOf(true)
        onChosen: index => root.picked(index)
    }

    Words {
        id: wrong
        anchors.top: choice.bottom
        anchors.topMargin: Theme.hair
        width: parent.width
        visible: root.fault !== ""
        text: root.fault
        color: Theme.danger
        wrapMode: Text.Wrap
        maximumLineCount: 3
        font.pixelSize: Theme.tiny
    }
}
