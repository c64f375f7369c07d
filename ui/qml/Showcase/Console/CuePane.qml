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
    currentIndex: -1
    readonly property int focusRow: root.booth.focusRow
    onFocusRowChanged: settle.restart()
    onCountChanged: settle.restart()
    onHeightChanged: settle.restart()
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cue list")

    section.property: "scene"
    section.delegate: SceneHead {}

    // Twice, because lines change their height with their state; and without gliding, because a
    // ListView re-counts its origin while it fills: an animated `contentY` left the pane blank.
    SequentialAnimation {
        id: settle
        ScriptAction { script: root.follow() }
        PauseAnimation { duration: Theme.quick }
        ScriptAction { script: root.follow() }
    }

    function follow(): void {
        if (!root.moving && root.count > 0)
            root.positionViewAtIndex(root.focusRow, ListView.Center);
    }

    delegate: CueLine {
        id: line
        opacity: root.part(line.y, line.height)
        width: root.width - Theme.snug
        onJumpAsked: root.booth.jump(line.cue)
        onInspectAsked: root.inspectAsked(line.cue)
    }
}
