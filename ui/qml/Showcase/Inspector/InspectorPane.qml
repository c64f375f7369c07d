pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Controls
import Showcase.Inspector
import Showcase.Theme

// One hop, looked into: its request and response, what arrived, and what it states; and above it
// the way to any other, of any run.
Item {
    id: root

    required property InspectorModel inspector
    required property FinderModel finder
    property bool searchable: true
    property bool urgent: false // Esc in the search stops what is under way as well
    readonly property bool tree: root.inspector.tab < InspectorModel.Tab.PICTURE
    readonly property bool engineer: root.inspector.depth === InspectorModel.Depth.ENGINEER
    readonly property bool visitor: root.inspector.depth === InspectorModel.Depth.VISITOR
    readonly property bool finding: root.finder.mode !== FinderModel.Mode.CLOSED && root.searchable

    signal done

    function find(): void {
        search.forceActiveFocus();
    }

    function leave(): void {
        search.text = "";
        root.finder.close();
        root.goBack();
    }

    // Without this the window would give the keyboard back to the field that had it last.
    function goBack(): void {
        search.focus = false;
        root.done();
    }

    Field {
        id: search
        width: parent.width
        height: root.searchable ? implicitHeight : 0
        visible: root.searchable
        urgent: root.urgent
        name: qsTr("Search all runs")
        hint: qsTr("Search all runs: name, number, UID, text  (Ctrl F)")
        onEdited: root.finder.find(search.text)
        onEntered: root.goBack()
        onAbandoned: root.leave()
    }

    FinderPane {
        anchors.top: search.bottom
        anchors.topMargin: Theme.snug
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.finding
        finder: root.finder
        onClosed: root.leave()
    }

    Hollow {
        anchors.centerIn: parent
        width: parent.width * 0.8
        visible: root.inspector.empty && !root.finding
        title: qsTr("Nothing to look into yet")
        words: qsTr("The bytes of every transaction appear here as soon as it is acknowledged. Choose a cue that was played to stay with it.")
    }

    Item {
        anchors.top: search.bottom
        anchors.topMargin: root.searchable ? Theme.snug : 0
        anchors.bottom: parent.bottom
        width: parent.width
        visible: !root.inspector.empty && !root.finding

        HopHead {
            id: head
            width: parent.width
            inspector: root.inspector
            finder: root.finder
        }

        SideTabs {
            id: tabs
            anchors.top: head.bottom
            anchors.topMargin: Theme.hair
            width: parent.width
            inspector: root.inspector
        }

        Item {
            id: body
            anchors.top: tabs.bottom
            anchors.topMargin: Theme.snug
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.snug
            width: parent.width

            TreeView {
                anchors.fill: parent
                visible: root.tree && !root.inspector.plain && !root.visitor
                inspector: root.inspector
            }

            PlainText {
                anchors.fill: parent
                visible: root.tree && root.inspector.plain && !root.visitor || root.inspector.tab === InspectorModel.Tab.DOCUMENT
                text: root.inspector.text
            }

            PictureView {
                anchors.fill: parent
                visible: root.inspector.tab === InspectorModel.Tab.PICTURE
                digest: root.inspector.hop.picture
                caption: root.inspector.hop.label
            }

            FactList {
                anchors.fill: parent
                visible: root.tree && root.visitor
                inspector: root.inspector
                onFollowAsked: value => root.finder.follow(root.inspector.run, value)
            }
        }

        Column {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.snug

            PickedBar {
                width: parent.width
                wanted: root.tree && root.inspector.picked.key !== "" && !root.inspector.plain && !root.visitor
                inspector: root.inspector
                onFollowAsked: value => root.finder.follow(root.inspector.run, value)
            }

            DumpView {
                width: parent.width
                wanted: root.tree && root.inspector.picked.key !== "" && !root.inspector.plain && root.engineer
                inspector: root.inspector
            }

            VerdictCard {
                width: parent.width
                inspector: root.inspector
            }

            FactList {
                width: parent.width
                height: Math.min(implicitHeight, root.height * 0.24)
                visible: !root.visitor && (root.inspector.picked.key === "" || root.height > 860)
                inspector: root.inspector
                onFollowAsked: value => root.finder.follow(root.inspector.run, value)
            }

            Choice {
                width: parent.width
                name: qsTr("Shown for")
                titles: [qsTr("Visitor"), qsTr("Clinician"), qsTr("Engineer")]
                current: root.inspector.depth
                onChosen: index => root.inspector.deepen(index)
            }
        }
    }
}
