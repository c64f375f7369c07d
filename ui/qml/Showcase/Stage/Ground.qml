pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// A place: a quiet surface that systems stand on.
Panel {
    id: root

    required x
    required y
    required width
    required height
    required property string title

    fill: Theme.ground
    edge: Theme.groundEdge
    radius: Theme.radiusGround

    Words {
        x: Theme.wide + 2
        y: 11
        width: root.width - 2 * x
        height: 30
        text: root.title
        color: Theme.inkFaint
        weight: Theme.medium
        font.pixelSize: Theme.body
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tiny
        verticalAlignment: Text.AlignVCenter
    }
}
