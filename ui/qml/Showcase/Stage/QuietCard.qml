pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// The inside of a slim card: an audit trail that counts, or somebody nobody cast.
Item {
    id: root

    required property string title
    required property string glyph
    required property int count
    property int records: 0 // how many of them speak of the value that is followed
    property color thread: Theme.ink

    Glyph {
        id: icon
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space
        path: root.glyph
        size: 24
        color: Theme.inkFaint
    }

    Words {
        anchors.verticalCenter: parent.verticalCenter
        x: icon.x + icon.width + Theme.gap
        width: (root.records === 0 ? counter.x : bead.x) - x - Theme.snug
        text: root.title
        color: Theme.inkSoft
        weight: Theme.semibold
        font.pixelSize: Theme.label
    }

    Words {
        id: counter
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Theme.space
        visible: root.records === 0
        text: root.count > 0 ? root.count : ""
        color: Theme.familyText("Audit")
        weight: Theme.bold
        font.pixelSize: Theme.label
    }

    Bead {
        id: bead
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Theme.snug
        visible: root.records > 0
        width: Math.min(implicitWidth, root.width * 0.6)
        height: 34
        numbers: `× ${root.records}`
        hue: root.thread
    }
}
