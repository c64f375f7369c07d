pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// Who plays what: left the roles, in the middle whoever plays the chosen one, right what its
// engineer has to enter about us. Esc and the cross put it away.
FocusScope {
    id: root

    required property CastingModel casting
    property bool shown: false
    property bool urgent: false // something is under way: Esc stops that as well
    readonly property real side: Math.max(380, root.width * 0.25)

    signal closed

    visible: root.shown
    enabled: root.shown
    onShownChanged: if (root.shown) nobody.forceActiveFocus()
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Cast")

    Keys.onEscapePressed: event => {
        root.settle();
        root.closed();
        event.accepted = !root.urgent;
    }
    Keys.onPressed: event => event.accepted = ![Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Escape].includes(event.key)
    Keys.onReleased: event => event.accepted = true

    Rectangle {
        anchors.fill: parent
        color: Theme.backdrop
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onPressed: root.settle()
        onWheel: wheel => wheel.accepted = true
    }

    Item {
        id: nobody
        focus: true
        Accessible.ignored: true
    }

    RolePane {
        id: roles
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: Theme.wide
        width: root.side - 2 * Theme.wide
        casting: root.casting
        onActing: root.settle()
    }

    Rule {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: root.side
    }

    SystemPane {
        id: system
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: root.side + Theme.broad
        width: parent.width - 2 * root.side - 2 * Theme.broad
        casting: root.casting
        onActing: root.settle()
        onAbandoned: root.closed()
    }

    Rule {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: parent.width - root.side
    }

    PeerPane {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        x: parent.width - root.side + Theme.wide
        width: root.side - 2 * Theme.wide
        casting: root.casting
        onActing: root.settle()
        onAbandoned: root.closed()
    }

    CastBar {
        id: bar
        width: parent.width
        casting: root.casting
        onActing: root.settle()
        onClosed: root.closed()
    }

    // What is being typed counts before anything else is done.
    function settle(): void {
        if (root.Window.activeFocusItem instanceof TextInput)
            nobody.forceActiveFocus();
    }
}
