pragma ComponentBehavior: Bound

import QtQuick
import Showcase.Console
import Showcase.Theme

// Strangers before the door and the newest notices, above everything.
Column {
    id: root

    required property NoticesModel notices
    required property ReceptionModel reception

    spacing: Theme.snug

    Repeater {
        model: root.reception.knocking

        KnockCard {
            id: knock
            width: root.width
            onAdmitAsked: root.reception.judge(knock.address, knock.name, true)
            onTurnAwayAsked: root.reception.judge(knock.address, knock.name, false)
        }
    }

    Repeater {
        model: root.notices.rows

        NoticeCard {
            id: card
            width: root.width
            onPressed: root.notices.dismiss(card.key)
        }
    }
}
