package sightings.showcase.drawing;

import java.util.Locale;

/** Writes SVG: every text that comes in is escaped here. */
final class Svg {

    private final StringBuilder text = new StringBuilder();

    /** An element without content; attributes are name, value, name, value, ... */
    Svg element(String name, Object... attributes) {
        start(name, attributes);
        text.setLength(text.length() - 1);
        text.append("/>");
        return this;
    }

    /** An element that holds a text. */
    Svg element(String name, String content, Object[] attributes) {
        return start(name, attributes).text(content).end(name);
    }

    /** Begins an element that holds others. */
    Svg start(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(
                    attributes[i + 1] instanceof Number number
                            ? number(number.doubleValue())
                            : escaped(attributes[i + 1]));
            text.append('"');
        }
        text.append('>');
        return this;
    }

    /** Ends the element. */
    Svg end(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    Svg text(String content) {
        text.append(escaped(content));
        return this;
    }

    /** Own drawing, never a text from outside. */
    Svg drawn(String ownMarkup) {
        text.append(ownMarkup);
        return this;
    }

    /** At most one decimal. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    static String escaped(Object value) {
        var source = value.toString();
        var safe = new StringBuilder(source.length() + 16);
        source.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // XML knows no other control characters, and half a pair is no character.
                    boolean control = character < 0x20 && character != '\n' && character != '\t';
                    boolean half = character >= 0xD800 && character <= 0xDFFF;
                    safe.appendCodePoint(
                            control || half || character >= 0xFFFE && character <= 0xFFFF ? ' ' : character);
                }
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
