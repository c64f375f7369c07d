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
    default property alias content: inside.data

    signal pressed
    signal doubled

    activeFocusOnTab: root.enabled
    implicitHeight: Theme.press
    implicitWidth: Theme.press

    Accessible.role: root.accessibleRole
    Accessible.name: root.name
    Accessible.focusable: true
    Accessible.selected: root.selected
    Accessible.onPressAction: root.pressed()

    Keys.onReturnPressed: event => {
        if (!event.isAutoRepeat)
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
        onTapped: root.pressed()
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
