pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// One hop, looked into: its request and response, what arrived, and what it states.
Item {
    id: root

    required property InspectorModel inspector
    readonly property bool tree: root.inspector.tab < InspectorModel.Tab.PICTURE

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.8
        visible: root.inspector.empty
        title: qsTr("Nothing to look into yet")
        words: qsTr("The bytes of every transaction appear here as soon as it is acknowledged. Choose a cue that was played to stay with it.")
    }

    Item {
        anchors.fill: parent
        visible: !root.inspector.empty

        HopHead {
            id: head
            width: parent.width
            inspector: root.inspector
        }

        SideTabs {
            id: tabs
            anchors.top: head.bottom
            anchors.topMargin: Theme.gap
            width: parent.width
            inspector: root.inspector
        }

        Item {
            id: body
            anchors.top: tabs.bottom
            anchors.topMargin: Theme.gap
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.gap
            width: parent.width

            TreeView {
                anchors.fill: parent
                visible: root.tree && !root.inspector.plain
                inspector: root.inspector
            }

            PlainText {
                anchors.fill: parent
                visible: root.tree && root.inspector.plain || root.inspector.tab === InspectorModel.Tab.DOCUMENT
                text: root.inspector.text
            }

            PictureView {
                anchors.fill: parent
                visible: root.inspector.tab === InspectorModel.Tab.PICTURE
                digest: root.inspector.hop.picture
                caption: root.inspector.hop.label
            }
        }

        Column {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gap

            DumpView {
                width: parent.width
                wanted: root.tree && root.inspector.picked !== "" && !root.inspector.plain
                inspector: root.inspector
            }

            VerdictCard {
                width: parent.width
                inspector: root.inspector
            }

            FactList {
                width: parent.width
                height: Math.min(implicitHeight, root.height * 0.26)
                visible: root.inspector.picked === "" || root.height > 800
                inspector: root.inspector
            }
        }
    }
}
