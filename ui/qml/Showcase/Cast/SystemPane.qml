pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Cast
import Showcase.Controls
import Showcase.Theme

// Whoever plays the chosen role: one line for our stand-in, a form for a vendor's system.
Item {
    id: root

    required property CastingModel casting

    signal acting
    signal abandoned

    Connections {
        target: root.casting

        function onStartAgain(): void {
            view.contentY = 0;
            groups.startAgain();
        }
    }

    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: body.height + 2 * Theme.wide
        boundsBehavior: Flickable.StopAtBounds
        // no clip: the software renderer would draw a Shape outside of it over everything; the bar
        // above covers what scrolls away, and below is the window's edge

        Column {
            id: body
            y: Theme.wide
            width: parent.width
            spacing: Theme.space

            Words {
                width: parent.width
                text: root.casting.roleTitle
                weight: Theme.bold
                font.pixelSize: Theme.heading
            }

            Words {
                width: parent.width
                text: root.casting.actors
                color: Theme.inkFaint
                wrapMode: Text.Wrap
                font.pixelSize: Theme.small
            }

            PlayerBar {
                width: parent.width
                casting: root.casting
                onActing: root.acting()
            }

            TroubleLine {
                width: parent.width
                text: root.casting.trouble
            }

            TroubleLine {
                width: parent.width
                text: root.casting.pending
                outcome: "waiting"
            }

            TroubleLine {
                width: parent.width
                text: root.casting.underWay && root.casting.trouble === "" ? qsTr("A tour is under way: what you change here counts from the next one.") : ""
                outcome: "waiting"
            }

            Item {
                width: parent.width
                height: visible ? 220 : 0
                visible: root.casting.ready && groups.count === 0

                Hollow {
                    anchors.centerIn: parent
                    width: parent.width * 0.8
                    title: qsTr("Our stand-in plays %1").arg(root.casting.roleTitle)
                    words: qsTr("To bring a vendor's system in: New system, then its name, its address, and Test. What the engineer has to enter about us stands on the right.")
                }
            }

            Repeater {
                id: groups

                model: root.casting.groups

                FieldGroup {
                    width: body.width
                    asking: root.casting.asking
                    onEntered: (at, text) => root.casting.enter(at, text)
                    onPicked: (at, index) => root.casting.pick(at, index)
                    onMarked: (at, option) => root.casting.mark(at, option)
                    onBrought: (at, place) => root.casting.bring(at, place)
                    onTestAsked: subject => {
                        root.acting();
                        root.casting.test(subject);
                    }
                    onCancelled: root.casting.cancel()
                    onAbandoned: root.abandoned()
                    onReached: item => root.reveal(item)
                }

                function startAgain(): void {
                    const first = groups.itemAt(0) as FieldGroup;
                    if (first)
                        first.begin();
                }
            }

            TakesCard {
                id: kept
                width: parent.width
                visible: kept.count > 0
                takes: root.casting.takes
                onToggled: transaction => {
                    root.acting();
                    root.casting.take(transaction);
                }
            }

            CertificateCard {
                id: certificate
                width: parent.width
                visible: certificate.certificates.shown
                certificates: root.casting.certificates
                onActing: root.acting()
                onAbandoned: root.abandoned()
                onReached: item => root.reveal(item)
            }

            RemoveLine {
                width: parent.width
                visible: root.casting.removable !== ""
                title: root.casting.removable
                onRemoved: root.casting.remove()
            }
        }
    }

    // The keyboard is there: it shall be seen.
    function reveal(item: Item): void {
        const top = item.mapToItem(view.contentItem, 0, 0).y;
        if (top - Theme.broad < view.contentY)
            view.contentY = Math.max(0, top - Theme.broad);
        else if (top + item.height + Theme.broad > view.contentY + view.height)
            view.contentY = top + item.height + Theme.broad - view.height;
    }
}
