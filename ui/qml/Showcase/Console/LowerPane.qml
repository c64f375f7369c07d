pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Controls
import Showcase.Theme

// Below the stage: the card of what failed or is waited for, else cast, runs and traffic.
Item {
    id: root

    required property ConsoleModel booth
    required property CastModel cast
    required property LibraryModel library
    required property TrafficModel traffic
    required property ReadinessModel readiness
    required property ReceptionModel reception
    required property ReelModel reel
    required property ResetModel reset
    property bool showMode: false
    property int tab: 0

    signal hopAsked(string hop)
    signal checkAsked
    signal tabAsked(int tab)

    FailureCard {
        anchors.fill: parent
        visible: root.booth.failure.shown
        booth: root.booth
    }

    WaitCard {
        anchors.fill: parent
        visible: root.booth.waiting.shown && !root.booth.failure.shown
        booth: root.booth
    }

    ResetCard {
        anchors.fill: parent
        visible: root.reset.shown && !root.booth.failure.shown && !root.booth.waiting.shown
        reset: root.reset
    }

    Item {
        anchors.fill: parent
        visible: !root.booth.failure.shown && !root.booth.waiting.shown && !root.reset.shown

        Tabs {
            id: tabs
            titles: [qsTr("Cast"), qsTr("Runs"), qsTr("Traffic"), qsTr("Readiness"), qsTr("Doors")]
            offered: [true, !root.showMode, true, !root.showMode, !root.showMode]
            current: root.tab
            onChosen: index => root.tabAsked(index)
        }

        Words {
            anchors.left: tabs.right
            anchors.leftMargin: Theme.wide
            anchors.right: parent.right
            anchors.verticalCenter: tabs.verticalCenter
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            text: [root.cast.summary, root.booth.summary, root.traffic.summary, "", root.reception.summary][root.tab]
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
        }

        Rule {
            anchors.top: tabs.bottom
            width: parent.width
        }

        Item {
            anchors.top: tabs.bottom
            anchors.topMargin: Theme.snug
            anchors.bottom: bar.visible ? bar.top : parent.bottom
            width: parent.width

            CastPane {
                anchors.fill: parent
                visible: root.tab === 0
                cast: root.cast
                fixed: root.showMode
            }

            RunsPane {
                anchors.fill: parent
                visible: root.tab === 1
                library: root.library
            }

            TrafficPane {
                anchors.fill: parent
                visible: root.tab === 2
                traffic: root.traffic
                fixed: root.showMode
                onHopAsked: hop => root.hopAsked(hop)
            }

            ReadyPane {
                anchors.fill: parent
                visible: root.tab === 3
                readiness: root.readiness
                onCheckAsked: root.checkAsked()
            }

            DoorsPane {
                anchors.fill: parent
                visible: root.tab === 4
                reception: root.reception
            }
        }

        ReelBar {
            id: bar
            anchors.bottom: parent.bottom
            width: parent.width
            visible: root.reel.shown
            reel: root.reel
        }
    }
}
