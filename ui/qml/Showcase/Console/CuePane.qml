pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// The cue list, by scene. What is on stage stays in sight.
Shelf {
    id: root

    required property ConsoleModel booth

    property bool fixed: false // show mode: what is next is not chosen here
    readonly property CueLine chosenLine: root.currentItem as CueLine

    signal inspectAsked(string cue)

    model: root.booth.cues
    spacing: 2
    currentIndex: -1
    highlightMoveDuration: 0
    keyNavigationEnabled: false
    onCurrentIndexChanged: patience.restart()
    readonly property int focusRow: root.booth.focusRow
    onFocusRowChanged: settle.restart()
    onCountChanged: settle.restart()
    onHeightChanged: settle.restart()
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cue list")

    section.property: "scene"
    section.delegate: SceneHead {}

    // A choice that nobody made use of is forgotten: Enter is GO again.
    Timer {
        id: patience
        interval: 10000
        onTriggered: root.currentIndex = -1
    }

    function step(by: int): void {
        const from = root.currentIndex < 0 ? root.focusRow : root.currentIndex;
        root.currentIndex = Math.max(0, Math.min(root.count - 1, from + by));
        root.inspectAsked(root.chosenLine.cue);
    }

    // Whether there was a choice to make use of.
    function useChoice(): bool {
        if (root.chosenLine === null || root.fixed)
            return false;
        root.booth.jump(root.chosenLine.cue);
        root.currentIndex = -1;
        return true;
    }

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
        chosen: line.index === root.currentIndex
        fixed: root.fixed || root.booth.isRecording
        onJumpAsked: {
            root.currentIndex = line.index;
            root.useChoice();
        }
        onChoiceAsked: {
            root.currentIndex = line.index;
            root.inspectAsked(line.cue);
        }
    }
}
