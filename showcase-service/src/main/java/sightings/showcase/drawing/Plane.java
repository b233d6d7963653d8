package sightings.showcase.drawing;

import java.util.List;

/** Puts a box of the globe onto a drawing, north up, with distances right in its middle. */
final class Plane {

    /** Two points nearer than this on the drawing are one. */
    private static final double NEAR = 0.9;

    private final Box box;
    private final double stretch;
    private final double scale;
    private final double left;
    private final double top;

    /** The box as large as it goes into the rectangle, in its middle. */
    Plane(Box box, double x, double y, double width, double height) {
        this.box = box;
        stretch = Math.cos(Math.toRadians(box.centre().latitude()));
        double wide = Math.max((box.east() - box.west()) * stretch, 1e-6);
        double high = Math.max(box.north() - box.south(), 1e-6);
        scale = Math.min(width / wide, height / high);
        left = x + (width - wide * scale) / 2;
        top = y + (height - high * scale) / 2;
    }

    double x(Point point) {
        return left + (point.longitude() - box.west()) * stretch * scale;
    }

    double y(Point point) {
        return top + (box.north() - point.latitude()) * scale;
    }

    /** What of the globe a drawing of this size shows. */
    Box seen(double width, double height) {
        return new Box(
                box.west() - left / stretch / scale,
                box.north() - (height - top) / scale,
                box.west() + (width - left) / stretch / scale,
                box.north() + top / scale);
    }

    /** The outline as path data, without points that nobody could tell apart. */
    String path(District district) {
        var data = new StringBuilder();
        for (List<Point> ring : district.rings()) {
            add(ring, data);
        }
        return data.toString();
    }

    private void add(List<Point> ring, StringBuilder data) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        char command = 'M';
        for (Point point : ring) {
            double x = x(point);
            double y = y(point);
            if (command == 'L' && Math.hypot(x - lastX, y - lastY) < NEAR) {
                continue;
            }
            data.append(command).append(Svg.number(x)).append(' ').append(Svg.number(y));
            command = 'L';
            lastX = x;
            lastY = y;
        }
        data.append('Z');
    }
}
