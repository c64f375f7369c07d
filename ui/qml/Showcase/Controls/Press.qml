pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Anything one can press. It leaves Space alone: Space is GO, wherever the keyboard is.
Item {
    id: root

    required property string name // what a screen reader says
    property bool selected: false
    property real radius: Theme.radiusSmall
    readonly property bool hovered: hover.hovered
    readonly property bool down: tap.pressed
    property int accessibleRole: Accessible.Button
    property bool ranged: false // Shift reaches from the last to this one
    property bool checked: false
    default property alias content: inside.data

    signal pressed
    signal doubled
    signal reached // with Shift, where it is ranged

    activeFocusOnTab: root.enabled
    implicitHeight: Theme.press
    implicitWidth: Theme.press

    Accessible.role: root.accessibleRole
    Accessible.name: root.name
    Accessible.focusable: true
    Accessible.selected: root.selected
    Accessible.checkable: root.accessibleRole === Accessible.CheckBox
    Accessible.checked: root.checked
    Accessible.onPressAction: root.pressed()

    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
            root.act(event.modifiers);
    }

    function act(modifiers: int): void {
        if (root.ranged && (modifiers & Qt.ShiftModifier))
            root.reached();
        else
            root.pressed();
    }

    HoverHandler {
        id: hover
        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        id: tap
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 3600 // a slow press is a press
        onTapped: root.act(tap.point.modifiers)
        onDoubleTapped: root.doubled()
    }

    Item {
        id: inside
        anchors.fill: parent
    }

    Panel {
        anchors.fill: parent
        anchors.margins: -3
        visible: root.activeFocus
        fill: "transparent"
        edge: Theme.focus
        edgeWidth: Theme.lineStrong - 1
        radius: root.radius + 3
    }
}
