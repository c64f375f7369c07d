pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The title above a group of lines.
Item {
    id: root

    required property string section

    width: ListView.view ? ListView.view.width : 0
    height: 46

    Words {
        x: Theme.snug
        width: root.width - 2 * Theme.snug
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.snug
        text: root.section
        color: Theme.inkFaint
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }
}
