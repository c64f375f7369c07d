pragma ComponentBehavior: Bound

import QtQuick
import Showcase
import Showcase.Cast
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
    required property CastingModel casting
    required property TrafficModel traffic
    required property LibraryModel library
    required property InspectorModel inspector
    required property FinderModel finder
    required property StageModel stage
    required property WallScreen wall
    required property SettingsModel settings
    required property LookoutModel lookout
    required property ReadinessModel readiness
    required property ReceptionModel reception
    required property ReelModel reel
    required property SupportModel support
    required property ResetModel reset
    property int tab: 0 // which of cast, runs, traffic, readiness, doors is shown
    property bool whole: true // its regions are all there; false for the first frame alone
    property bool showMode: false // nothing that edits or chooses
    property int sheet: root.settings.greeted ? 0 : 1 // 1: welcome, 2: settings, 3: cast
    readonly property bool playing: root.booth.hasRun
    readonly property bool walled: root.wall.shown || root.lookout.isOpen // there may be a wall, here or elsewhere
    // what needs a hand is never behind what only needs an eye
    readonly property bool looksIn: root.inspector.wide && !root.inspector.empty && !root.booth.failure.shown && !root.booth.waiting.shown

    signal lookAgain
    signal stirred

    width: Math.min(1600, Screen.desktopAvailableWidth)
    height: Math.min(900, Screen.desktopAvailableHeight)
    minimumWidth: 1180
    minimumHeight: 680
    visible: true
    title: qsTr("Showcase")
    color: Theme.backdrop
    onActiveChanged: if (!root.active) root.booth.goForget()

    KeyDesk {
        id: keys
        anchors.fill: parent
        booth: root.booth
        showMode: root.showMode
        onWallAsked: root.wall.toggle()
        onFreezeAsked: if (root.walled) root.stage.curtain.freeze(!root.stage.curtain.frozen)
        onHoldingAsked: if (root.walled) root.stage.curtain.hold(!root.stage.curtain.holding)
        onModeAsked: root.toggleMode()
        onCheckAsked: root.check()
        onFindAsked: (inspector.item as InspectorPane)?.find()
        onWidenAsked: root.inspector.widen()
        onCastAsked: root.openCast()
        onSettingsAsked: root.sheet = 2
        onHelpAsked: root.sheet = 1
        onPauseAsked: root.reel.toggle()
        onStepAsked: by => cues.step(by)
        onScrubAsked: by => root.reel.step(by)
        onEnterDown: event => event.accepted = cues.useChoice()
        onStirred: root.stirred()

        Desk {
            id: desk
            anchors.fill: parent

            GoBar {
                id: top
                x: Theme.wide
                y: Theme.space
                width: parent.width - 2 * Theme.wide
                height: 148
                booth: root.booth
                presenter: root.presenter
                stage: root.stage
                tour: root.library.chosen
                wallShown: root.wall.shown
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
                anchors.bottomMargin: notices.height > 0 ? notices.height + 2 * Theme.gap : Theme.snug
                x: Theme.wide
                width: Math.max(456, parent.width * 0.275)
                visible: root.playing && !root.booth.isWatching
                booth: root.booth
                fixed: root.showMode
                onInspectAsked: cue => root.inspector.selectCue(cue)
            }

            WatchPane {
                anchors.fill: cues
                anchors.rightMargin: Theme.wide
                visible: root.booth.isWatching
                booth: root.booth
                reception: root.reception
                onDone: keys.forceActiveFocus()
            }

            TourPane {
                anchors.fill: cues
                anchors.rightMargin: Theme.wide
                visible: !root.playing
                booth: root.booth
                library: root.library
                support: root.support
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
                visible: !root.looksIn
                anchors.left: first.right
                anchors.right: second.left
                anchors.top: under.bottom
                anchors.margins: Theme.wide
                height: Math.min((width - 10) * 664 / 1808 + 10 + Theme.press, (over.y - under.y) * 0.56)
                live: root.wall.shown
                frozen: root.stage.curtain.frozen
                holding: root.stage.curtain.holding
                recording: root.booth.isRecording
                stale: root.booth.phase === Show.Phase.LOST
                onWallAsked: root.wall.toggle()

                Stage {
                    anchors.fill: parent
                    anchors.topMargin: Theme.wide
                    model: root.stage
                    preview: true
                }

                Hollow {
                    anchors.centerIn: parent
                    width: parent.width * 0.8
                    visible: root.stage.empty
                    title: qsTr("The stage is empty")
                    words: qsTr("Begin a tour: its systems appear here, as the audience will see them.")
                }
            }

            Later {
                visible: !root.looksIn
                anchors.left: frame.left
                anchors.right: frame.right
                anchors.top: frame.bottom
                anchors.bottom: over.top
                anchors.topMargin: Theme.gap
                anchors.bottomMargin: Theme.space
                wanted: root.whole
                sourceComponent: LowerPane {
                    tab: root.tab
                    booth: root.booth
                    cast: root.cast
                    library: root.library
                    traffic: root.traffic
                    readiness: root.readiness
                    reception: root.reception
                    reel: root.reel
                    reset: root.reset
                    showMode: root.showMode
                    onCheckAsked: root.check()
                    onHopAsked: hop => root.inspector.select(hop)
                    onTabAsked: tab => root.tab = tab
                }
            }

            Rule {
                id: second
                anchors.top: under.bottom
                anchors.bottom: over.top
                x: parent.width - inspector.width - 2 * Theme.wide
            }

            Later {
                id: inspector
                anchors.top: under.bottom
                anchors.bottom: over.top
                anchors.topMargin: Theme.gap
                anchors.bottomMargin: Theme.space
                x: parent.width - width - Theme.wide
                width: root.looksIn ? parent.width - first.x - 2 * Theme.wide - Theme.space : Math.max(378, parent.width * 0.245)
                wanted: root.whole
                sourceComponent: InspectorPane {
                    inspector: root.inspector
                    wide: root.looksIn
                    finder: root.finder
                    hue: root.stage.followed.shown ? Theme.identityColor(root.stage.followed.colour) : Theme.say
                    searchable: !root.showMode
                    urgent: root.booth.phase === Show.Phase.RUNNING
                    onDone: keys.forceActiveFocus()
                }
            }

            Rule {
                id: over
                y: parent.height - 60 - trouble.height
                width: parent.width
            }

            TroubleBar {
                id: trouble
                y: parent.height - 60 - height
                width: parent.width
                booth: root.booth
            }

            StatusLine {
                anchors.top: trouble.bottom
                anchors.bottom: parent.bottom
                x: Theme.wide
                width: parent.width - 2 * Theme.wide
                booth: root.booth
                wallShown: root.wall.shown
                frozen: root.stage.curtain.frozen
                holding: root.stage.curtain.holding
                showMode: root.showMode
                onCastAsked: root.openCast()
                onSettingsAsked: root.sheet = 2
                onHelpAsked: root.sheet = 1
            }

            Notices {
                id: notices
                anchors.bottom: over.top
                anchors.bottomMargin: Theme.gap
                x: cues.x
                width: cues.width - Theme.snug
                notices: root.notices
                reception: root.reception
            }

            Sheets {
                anchors.fill: parent
                sheet: root.sheet
                urgent: root.booth.phase === Show.Phase.RUNNING
                casting: root.casting
                settings: root.settings
                lookout: root.lookout
                stage: root.stage
                wall: root.wall
                support: root.support
                onClosed: root.leaveSheet()
            }
        }
    }

    function leaveSheet(): void {
        if (root.sheet === 1)
            root.settings.greet();
        root.sheet = 0;
        keys.forceActiveFocus();
    }

    function openCast(): void {
        root.casting.open(root.library.storyKey);
        root.sheet = 3;
    }

    function toggleMode(): void {
        root.showMode = !root.showMode;
        if (root.showMode && (root.tab === 1 || root.tab >= 3))
            root.tab = 0;
    }

    function check(): void {
        root.tab = 3;
        root.readiness.check(root.library.storyKey);
    }
}
