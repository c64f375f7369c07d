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
    property color hue: Theme.say // of the value that is followed
    property bool searchable: true
    property bool urgent: false // Esc in the search stops what is under way as well
    readonly property bool tree: root.inspector.tab < InspectorModel.Tab.PICTURE
    property bool wide: false // room for both sides
    readonly property bool both: root.wide && !root.visitor
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
        hue: root.hue
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
            anchors.topMargin: visible ? Theme.hair : 0
            width: parent.width
            height: visible ? implicitHeight : 0
            visible: !root.visitor && (!root.both || tabs.count > 1)
            both: root.both
            inspector: root.inspector
        }

        Item {
            id: body
            anchors.top: tabs.bottom
            anchors.topMargin: Theme.snug
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.snug
            width: parent.width

            SidePane {
                width: root.both ? (parent.width - Theme.wide) / 2 : parent.width
                height: parent.height
                visible: root.tree && !root.visitor && (root.both || root.inspector.tab === InspectorModel.Tab.REQUEST)
                inspector: root.inspector
                side: root.inspector.request
                head: root.both ? qsTr("Request") : ""
                onFollowAsked: value => root.finder.follow(root.inspector.run, value)
            }

            SidePane {
                anchors.right: parent.right
                width: root.both ? (parent.width - Theme.wide) / 2 : parent.width
                height: parent.height
                visible: root.tree && !root.visitor && (root.both || root.inspector.tab === InspectorModel.Tab.RESPONSE)
                inspector: root.inspector
                side: root.inspector.response
                head: root.both ? qsTr("Response") : ""
                onFollowAsked: value => root.finder.follow(root.inspector.run, value)
            }

            PlainText {
                anchors.fill: parent
                visible: !root.visitor && root.inspector.tab === InspectorModel.Tab.DOCUMENT
                text: visible ? root.inspector.text : "" // or a whole message would be laid out unseen
                spoken: !root.engineer
            }

            PictureView {
                anchors.fill: parent
                visible: !root.visitor && root.inspector.tab === InspectorModel.Tab.PICTURE
                digest: root.inspector.hop.picture
                caption: root.inspector.hop.label
            }

            VisitorView {
                anchors.fill: parent
                visible: root.visitor
                inspector: root.inspector
                onFollowAsked: value => root.finder.follow(root.inspector.run, value)
            }
        }

        Item {
            id: foot
            anchors.bottom: parent.bottom
            width: parent.width
            height: root.both ? Math.max(verdict.height, depths.height) : verdict.height + Theme.snug + depths.height

            VerdictCard {
                id: verdict
                width: root.both ? parent.width - depths.width - Theme.space : parent.width
                inspector: root.inspector
            }

            Choice {
                id: depths
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                width: root.both ? Math.min(parent.width * 0.5, 560) : parent.width
                name: qsTr("Shown for")
                titles: [qsTr("Visitor"), qsTr("Clinician"), qsTr("Engineer")]
                current: root.inspector.depth
                onChosen: index => root.inspector.deepen(index)
            }
        }
    }
}
