package sightings.ingest.feeds;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/** How a page's bytes are characters: as the server says, else as the page says in its first 4,096 bytes, else UTF-8. */
final class PageEncoding {

    private static final int HEAD = 4_096;
    private static final Pattern NAMED = Pattern.compile("(?i)charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9._:-]{1,40})");

    private PageEncoding() {}

    /** The characters of these bytes. */
    static String decode(byte[] body, String contentType) {
        var head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        for (var said : new String[] {contentType, head}) {
            var named = NAMED.matcher(said);
            if (named.find()) {
                try {
                    return new String(body, Charset.forName(named.group(1)));
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    // Then somebody else may say it better.
                }
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
