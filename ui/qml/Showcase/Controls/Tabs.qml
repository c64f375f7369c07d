pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A row of tabs, underlined. `shown` says which there are; a tab without content is not offered.
Row {
    id: root

    required property list<string> titles
    required property int current
    property list<bool> offered: root.titles.map(() => true)

    signal chosen(int index)

    spacing: Theme.hair
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Views")

    Repeater {
        model: root.titles

        Press {
            id: tab

            required property string modelData
            required property int index

            visible: root.offered[tab.index]
            name: tab.modelData
            accessibleRole: Accessible.PageTab
            selected: root.current === tab.index
            width: word.implicitWidth + 2 * Theme.gap
            height: 48
            onPressed: root.chosen(tab.index)

            Words {
                id: word
                anchors.centerIn: parent
                text: tab.modelData
                color: tab.selected ? Theme.ink : tab.hovered ? Theme.inkSoft : Theme.inkFaint
                weight: tab.selected ? Theme.bold : Theme.medium
                font.pixelSize: Theme.label
            }

            Rectangle {
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                width: word.implicitWidth
                height: 3
                visible: tab.selected
                color: Theme.familyColor("DICOM")
            }
        }
    }
}
