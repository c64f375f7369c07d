pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// The cue list, by scene. What is on stage stays in sight.
Shelf {
    id: root

    required property ConsoleModel booth

    signal inspectAsked(string cue)

    model: root.booth.cues
    spacing: 2
    currentIndex: root.booth.focusRow
    highlightFollowsCurrentItem: true
    highlightRangeMode: ListView.ApplyRange
    highlightMoveDuration: Theme.calm
    preferredHighlightBegin: root.height * 0.2
    preferredHighlightEnd: root.height * 0.65
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cue list")

    section.property: "scene"
    section.delegate: Item {
        id: head

        required property string section

        width: ListView.view ? ListView.view.width : 0
        height: 46

        Words {
            x: Theme.snug
            width: head.width - 2 * Theme.snug
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.snug
            text: head.section
            color: Theme.inkFaint
            weight: Theme.semibold
            font.pixelSize: Theme.small
        }
    }

    delegate: CueLine {
        id: line
        width: root.width - Theme.snug
        onJumpAsked: root.booth.jump(line.cue)
        onInspectAsked: root.inspectAsked(line.cue)
    }
}
