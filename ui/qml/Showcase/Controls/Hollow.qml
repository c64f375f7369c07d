pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// What stands where nothing is yet: never an empty box, always what to do.
Column {
    id: root

    required property string title
    property string words: ""

    spacing: Theme.snug

    Words {
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: root.title
        color: Theme.inkSoft
        weight: Theme.semibold
        font.pixelSize: Theme.label
    }

    Words {
        width: root.width
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        visible: root.words !== ""
        text: root.words
        color: Theme.inkFaint
        font.pixelSize: Theme.small
        lineHeight: 1.25
    }
}
