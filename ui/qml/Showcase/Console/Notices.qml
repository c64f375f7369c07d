pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// The newest notices, above everything: what happened, and what to do about it.
Column {
    id: root

    required property NoticesModel notices

    spacing: Theme.snug

    Repeater {
        model: root.notices.rows

        NoticeCard {
            id: card
            width: root.width
            onPressed: root.notices.dismiss(card.key)
        }
    }
}
