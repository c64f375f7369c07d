pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console

// The keyboard: Space is GO wherever the focus is, Esc stops, and every key acts once per press.
FocusScope {
    id: root

    required property ConsoleModel booth

    signal wallAsked

    focus: true
    Accessible.ignored: true

    Keys.onPressed: event => {
        event.accepted = root.knows(event.key);
        if (event.accepted && !event.isAutoRepeat)
            root.down(event.key);
    }

    Keys.onReleased: event => {
        event.accepted = root.isGo(event.key);
        if (event.accepted && !event.isAutoRepeat)
            root.booth.goUp();
    }

    function isGo(key: int): bool {
        return [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_PageDown].includes(key);
    }

    function knows(key: int): bool {
        return root.isGo(key) || [Qt.Key_Escape, Qt.Key_R, Qt.Key_S, Qt.Key_N, Qt.Key_W, Qt.Key_F11].includes(key);
    }

    function down(key: int): void {
        switch (key) {
        case Qt.Key_Escape: return root.booth.esc();
        case Qt.Key_R: return root.booth.retry();
        case Qt.Key_S: return root.booth.standIn();
        case Qt.Key_N: return root.booth.nextTour();
        case Qt.Key_W: case Qt.Key_F11: return root.wallAsked();
        default: root.booth.goDown();
        }
    }
}
