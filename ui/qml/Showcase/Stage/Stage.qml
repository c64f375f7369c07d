pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Grounds, cards, the paths that have been earned, and what travels along them.
Item {
    id: root

    required property StageModel model
    property bool preview: false // what GO would fire is outlined: never before an audience
    readonly property color thread: Theme.identityColor(root.model.followed.colour) // of the value that is followed
    readonly property real unit: Math.max(0.01, Math.min(root.width / board.width, root.height / board.height))

    Accessible.role: Accessible.List
    Accessible.name: root.model.title

    Item {
        id: board
        x: (root.width - width * root.unit) / 2
        y: (root.height - height * root.unit) / 2
        width: 1832
        height: root.model.sight.stageHeight
        scale: root.unit
        transformOrigin: Item.TopLeft

        Repeater {
            model: root.model.grounds
            delegate: Ground {}
        }

        Repeater {
            model: root.model.paths
            delegate: Trace { ended: root.model.ended }
        }

        Repeater {
            model: root.model.followed.stretches
            delegate: Strand { hue: root.thread }
        }

        Repeater {
            model: root.model.seals
            delegate: Seal {
                onArrived: hop => root.model.sealed(hop)
            }
        }

        Repeater {
            model: root.model.cards
            delegate: Card {
                chips: root.model.chips(key)
                thread: root.thread
            }
        }

        Repeater {
            model: root.model.followed.stretches
            delegate: Bead {
                required x
                required y
                required width
                required height
                hue: root.thread
            }
        }

        Repeater {
            model: root.preview ? root.model.standby : null
            delegate: Outline {
                required x
                required y
                required width
                required height
            }
        }

        Repeater {
            model: root.model.travellers
            delegate: Traveller {
                onFinished: (hop, step) => root.model.finished(hop, step)
            }
        }
    }
}
