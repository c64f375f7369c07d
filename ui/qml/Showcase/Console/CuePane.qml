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
    onFocusRowChanged: Qt.callLater(root.follow)
    onCountChanged: Qt.callLater(root.follow)
    onHeightChanged: Qt.callLater(root.follow)
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cue list")

    section.property: "scene"
    section.delegate: SceneHead {}

    NumberAnimation {
        id: glide
        target: root
        property: "contentY"
        duration: Theme.calm
        easing.type: Easing.InOutQuad
    }

    function follow(): void {
        if (root.moving || root.count === 0)
            return;
        glide.stop();
        glide.from = root.contentY;
        root.positionViewAtIndex(root.focusRow, ListView.Center);
        glide.to = root.contentY;
        root.contentY = glide.from;
        glide.start();
    }

    delegate: CueLine {
        id: line
        opacity: root.part(line.y, line.height)
        width: root.width - Theme.snug
        onJumpAsked: root.booth.jump(line.cue)
        onInspectAsked: root.inspectAsked(line.cue)
    }
}
