package sightings.ingest.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Reads addresses the way browsers do: what people write is not always what RFC 3986 wants. */
public final class Addresses {

    private Addresses() {}

    /**
     * The address that this reference means on that page.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static URI resolve(URI page, String reference) {
        return page.resolve(parse(reference));
    }

    /**
     * The address or relative reference in this text, with what may not stand in one percent-encoded.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static URI parse(String text) {
        var stripped = text.strip();
        var encoded = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); ) {
            int point = stripped.codePointAt(i);
            i += Character.charCount(point);
            if (point > ' ' && point < 0x7f && "\"<>\\^`{|}".indexOf(point) < 0) {
                encoded.append((char) point);
            } else if (point >= ' ') {
                for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format("%02X", part));
                }
            }
        }
        return URI.create(encoded.toString());
    }
}
