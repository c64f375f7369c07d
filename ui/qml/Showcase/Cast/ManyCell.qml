pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Theme

// Some of many, with their label above.
Item {
    id: root

    required property string label
    required property list<string> options
    required property list<bool> marks
    required property string fault

    signal marked(string option)

    implicitHeight: flow.y + flow.height + (wrong.visible ? wrong.implicitHeight + Theme.hair : 0)

    Words {
        width: parent.width
        height: 22
        text: root.label
        color: Theme.inkSoft
        font.pixelSize: Theme.tiny
    }

    Flow {
        id: flow
        y: 26
        width: parent.width
        spacing: Theme.snug

        Repeater {
            model: root.options

            Pill {
                id: each

                required property string modelData
                required property int index

                text: each.modelData
                accessibleRole: Accessible.CheckBox
                chosen: root.marks[each.index] ?? false
                onPressed: root.marked(each.modelData)
            }
        }
    }

    Words {
        id: wrong
        anchors.top: flow.bottom
        anchors.topMargin: Theme.hair
        width: parent.width
        visible: root.fault !== ""
        text: root.fault
        color: Theme.danger
        wrapMode: Text.Wrap
        font.pixelSize: Theme.tiny
    }
}
