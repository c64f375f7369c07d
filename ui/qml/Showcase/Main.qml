pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Showcase.Console
import Showcase.Controls
import Showcase.Inspector
import Showcase.Stage
import Showcase.Theme

// The console's window: it only places regions.
Window {
    id: root

    required property ConsoleModel booth
    required property NoticesModel notices
    required property PresenterModel presenter
    required property CastModel cast
    required property TrafficModel traffic
    required property LibraryModel library
    required property InspectorModel inspector
    required property StageModel stage
    required property WallScreen wall
    property alias tab: lower.tab // which of cast, runs, traffic is shown
    readonly property bool playing: root.booth.hasRun

    signal lookAgain

    width: 1600
    height: 900
    minimumWidth: 1180
    minimumHeight: 680
    visible: true
    title: qsTr("Showcase")
    color: Theme.backdrop
    onActiveChanged: if (!root.active) root.booth.goForget()

    KeyDesk {
        anchors.fill: parent
        booth: root.booth
        onWallAsked: root.wall.toggle()

        Desk {
            id: desk
            anchors.fill: parent

            GoBar {
                id: top
                x: Theme.wide
                y: Theme.space
                width: parent.width - 2 * Theme.wide
                height: 108
                booth: root.booth
                presenter: root.presenter
            }

            Rule {
                id: under
                y: top.y + top.height + Theme.space
                width: parent.width
            }

            CuePane {
                id: cues
                anchors.top: under.bottom
                anchors.bottom: over.top
                anchors.topMargin: Theme.snug
                anchors.bottomMargin: Theme.snug
                x: Theme.wide
                width: Math.max(456, parent.width * 0.275)
                visible: root.playing
                booth: root.booth
                onInspectAsked: cue => root.inspector.selectCue(cue)
            }

            TourPane {
                anchors.fill: cues
                anchors.rightMargin: Theme.wide
                visible: !root.playing
                booth: root.booth
                library: root.library
                onLookAgain: root.lookAgain()
            }

            Rule {
                id: first
                anchors.top: under.bottom
                anchors.bottom: over.top
                x: cues.x + cues.width + Theme.snug
            }

            StageFrame {
                id: frame
                anchors.left: first.right
                anchors.right: second.left
                anchors.top: under.bottom
                anchors.margins: Theme.wide
                height: Math.min((width - 10) * 664 / 1808 + 10 + Theme.press, (over.y - under.y) * 0.56)
                live: root.wall.shown
                recording: root.booth.isRecording
                stale: root.booth.phase === ConsoleModel.Phase.LOST
                onWallAsked: root.wall.toggle()

                Stage {
                    anchors.fill: parent
                    anchors.topMargin: Theme.wide
                    model: root.stage
                }
            }

            LowerPane {
                id: lower
                anchors.left: frame.left
                anchors.right: frame.right
                anchors.top: frame.bottom
                anchors.bottom: over.top
                anchors.topMargin: Theme.gap
                anchors.bottomMargin: Theme.space
                booth: root.booth
                cast: root.cast
                library: root.library
                traffic: root.traffic
                onHopAsked: hop => root.inspector.select(hop)
            }

            Rule {
                id: second
                anchors.top: under.bottom
                anchors.bottom: over.top
                x: parent.width - inspector.width - 2 * Theme.wide
            }

            InspectorPane {
                id: inspector
                anchors.top: under.bottom
                anchors.bottom: over.top
                anchors.topMargin: Theme.gap
                anchors.bottomMargin: Theme.space
                x: parent.width - width - Theme.wide
                width: Math.max(378, parent.width * 0.245)
                inspector: root.inspector
            }

            Rule {
                id: over
                y: parent.height - 60
                width: parent.width
            }

            StatusLine {
                anchors.top: over.bottom
                anchors.bottom: parent.bottom
                x: Theme.wide
                width: parent.width - 2 * Theme.wide
                booth: root.booth
            }

            Notices {
                anchors.bottom: over.top
                anchors.bottomMargin: Theme.gap
                x: cues.x
                width: cues.width - Theme.snug
                notices: root.notices
            }
        }
    }
}
