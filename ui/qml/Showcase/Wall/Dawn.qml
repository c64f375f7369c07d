pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Showcase.Theme

// The wall's own light, behind everything.
Shape {
    id: root

    ShapePath {
        strokeColor: "transparent"
        fillGradient: RadialGradient {
            centerX: root.width / 2
            centerY: root.height * 0.44
            centerRadius: root.width * 0.62
            focalX: centerX
            focalY: centerY
            GradientStop { position: 0; color: Theme.backdropGlow }
            GradientStop { position: 1; color: Theme.backdrop }
        }
        PathRectangle { width: root.width; height: root.height }
    }
}
