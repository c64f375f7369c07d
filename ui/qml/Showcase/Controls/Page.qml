pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A page before everything else. Esc and the cross put it away.
FocusScope {
    id: root

    required property string title
    property bool shown: false
    property real page: 980
    property bool urgent: false // something is under way: Esc stops that as well
    property real tall: body.childrenRect.height
    default property alias content: body.data

    signal closed

    visible: root.shown
    enabled: root.shown
    onShownChanged: if (root.shown) root.forceActiveFocus()
    Accessible.role: Accessible.Dialog
    Accessible.name: root.title

    Keys.onEscapePressed: event => {
        root.closed();
        event.accepted = !root.urgent;
    }
    Keys.onReturnPressed: root.closed()
    Keys.onEnterPressed: root.closed()
    Keys.onPressed: event => event.accepted = ![Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Escape].includes(event.key)
    Keys.onReleased: event => event.accepted = true

    Rectangle {
        anchors.fill: parent
        color: Theme.veil(Theme.shade, 0.6)
    }

    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }

    Panel {
        anchors.centerIn: parent
        width: Math.min(root.page, root.width - 2 * Theme.wide)
        height: Math.min(root.tall + head.height + 3 * Theme.wide, root.height - 2 * Theme.wide)
        fill: Theme.panel
        edge: Theme.panelEdge

        Words {
            id: head
            x: Theme.broad
            y: Theme.wide
            height: 52
            verticalAlignment: Text.AlignVCenter
            width: parent.width - 2 * Theme.broad - close.width
            text: root.title
            weight: Theme.bold
            font.pixelSize: Theme.heading
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.label
        }

        IconPress {
            id: close
            anchors.right: parent.right
            anchors.rightMargin: Theme.wide
            anchors.verticalCenter: head.verticalCenter
            name: qsTr("Close")
            path: "M 5 5 L 19 19 M 19 5 L 5 19"
            onPressed: root.closed()
        }

        Flickable {
            anchors.top: head.bottom
            anchors.topMargin: Theme.snug
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.wide
            x: Theme.broad
            width: parent.width - 2 * Theme.broad
            clip: contentHeight > height
            contentHeight: root.tall
            boundsBehavior: Flickable.StopAtBounds

            Item {
                id: body
                width: parent.width
                height: root.tall
            }
        }
    }
}
