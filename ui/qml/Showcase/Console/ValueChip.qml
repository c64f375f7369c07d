pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Theme

// Something to type or to select at a vendor's system.
Row {
    id: root

    required property string name
    required property string value

    spacing: Theme.snug

    Words {
        text: root.name
        color: Theme.inkFaint
        font.pixelSize: Theme.small
    }

    Words {
        width: Math.min(implicitWidth, 360)
        text: root.value
        mono: true
        weight: Theme.semibold
        font.pixelSize: Theme.small
    }
}
