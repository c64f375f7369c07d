pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console

// The keyboard: Space is GO wherever the focus is, Esc stops, and every key acts once per press.
FocusScope {
    id: root

    required property ConsoleModel booth
    property bool showMode: false // nothing that edits or chooses

    signal wallAsked
    signal freezeAsked
    signal holdingAsked
    signal modeAsked
    signal checkAsked
    signal findAsked
    signal widenAsked
    signal castAsked
    signal settingsAsked
    signal helpAsked
    signal pauseAsked
    signal stepAsked(int by)
    signal scrubAsked(int by)
    signal enterDown(var event) // accept it, and Enter is not GO this time
    signal stirred

    readonly property var both: ({
        [Qt.Key_Escape]: () => root.booth.esc(),
        [Qt.Key_R]: () => root.booth.retry(),
        [Qt.Key_S]: () => root.booth.standIn(),
        [Qt.Key_N]: () => root.booth.nextTour(),
        [Qt.Key_W]: () => root.wallAsked(),
        [Qt.Key_F11]: () => root.wallAsked(),
        [Qt.Key_F]: () => root.freezeAsked(),
        [Qt.Key_B]: () => root.holdingAsked(),
        [Qt.Key_M]: () => root.modeAsked(),
        [Qt.Key_F1]: () => root.helpAsked(),
        [Qt.Key_I]: () => root.widenAsked(),
        [Qt.Key_P]: () => root.pauseAsked(),
        [Qt.Key_Left]: () => root.scrubAsked(-1),
        [Qt.Key_Right]: () => root.scrubAsked(1)
    })
    readonly property var editing: ({
        [Qt.Key_K]: () => root.booth.skip(),
        [Qt.Key_O]: () => root.booth.watch(),
        [Qt.Key_C]: () => root.checkAsked(),
        [Qt.Key_V]: () => root.castAsked(),
        [Qt.Key_Comma]: () => root.settingsAsked(),
        [Qt.Key_Up]: () => root.stepAsked(-1),
        [Qt.Key_Down]: () => root.stepAsked(1)
    })

    focus: true
    Accessible.ignored: true

    Keys.onPressed: event => {
        root.stirred();
        if (event.modifiers & Qt.ControlModifier)
            root.withControl(event);
        else
            root.alone(event);
    }

    Keys.onReleased: event => {
        event.accepted = root.isGo(event.key);
        if (event.accepted && !event.isAutoRepeat)
            root.booth.goUp();
    }

    HoverHandler {
        onPointChanged: root.stirred()
    }

    function isGo(key: int): bool {
        return [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_PageDown].includes(key);
    }

    function isEnter(key: int): bool {
        return key === Qt.Key_Return || key === Qt.Key_Enter;
    }

    function deed(key: int): var {
        return root.both[key] ?? (root.showMode ? undefined : root.editing[key]);
    }

    function withControl(event: var): void {
        event.accepted = event.key === Qt.Key_F && !root.showMode;
        if (event.accepted && !event.isAutoRepeat)
            root.findAsked();
    }

    function alone(event: var): void {
        const deed = root.deed(event.key);
        event.accepted = root.isGo(event.key) || deed !== undefined;
        if (event.accepted && !event.isAutoRepeat)
            root.act(event, deed);
    }

    function act(event: var, deed: var): void {
        if (deed !== undefined)
            deed();
        else if (root.isEnter(event.key))
            root.enter(event);
        else
            root.booth.goDown();
    }

    function enter(event: var): void {
        event.accepted = false;
        root.enterDown(event);
        if (!event.accepted)
            root.booth.goDown();
        event.accepted = true;
    }
}
