package sightings.ingest.feeds;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a feed's bytes are characters. A byte order mark decides, then the bytes themselves where they can only be UTF-8,
 * UTF-16 or UTF-32, then the server, then the document's own first line: whoever says something that the bytes
 * contradict is not believed.
 *
 * @param charset of the document
 */
record FeedEncoding(Charset charset) {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Pattern IN_TYPE = Pattern.compile("(?i)charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9._:-]{1,40})");
    private static final Pattern IN_PROLOG =
            Pattern.compile("(?i)<\\?xml[^>]{0,200}?encoding\\s{0,5}=\\s{0,5}[\"']\\s{0,5}([A-Za-z0-9._:-]{1,40})");

    /** The encoding of a document that begins with these bytes and was sent with this content type. */
    static FeedEncoding of(byte[] head, @Nullable String contentType) {
        var sure = mark(head);
        if (sure == null) {
            sure = wide(head);
        }
        if (sure == null && isUtf8(head)) {
            sure = StandardCharsets.UTF_8;
        }
        if (sure != null) {
            return new FeedEncoding(sure);
        }
        var start = new String(head, 0, Math.min(head.length, 2_000), StandardCharsets.ISO_8859_1);
        for (var said : new Charset[] {named(IN_TYPE, contentType), named(IN_PROLOG, start)}) {
            if (said != null && decodes(head, said)) {
                return new FeedEncoding(western(said));
            }
        }
        return new FeedEncoding(isAscii(head) ? StandardCharsets.UTF_8 : WESTERN);
    }

    /** The characters of these bytes, which may end within one. */
    String decode(byte[] bytes) {
        var text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The characters as they arrive. What is not UTF-8 where it should be is read as windows-1252. */
    Reader reader(InputStream in) {
        return charset.equals(StandardCharsets.UTF_8)
                ? new ForgivingUtf8(in, WESTERN)
                : new InputStreamReader(in, charset);
    }

    private static @Nullable Charset mark(byte[] head) {
        if (starts(head, 0x00, 0x00, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        if (starts(head, 0xFF, 0xFE, 0x00, 0x00)) {
            return UTF_32LE;
        }
        if (starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(head, 0xEF, 0xBB, 0xBF) ? StandardCharsets.UTF_8 : null;
    }

    /** A document begins with {@code <} or <code>{</code>: the zeros around it tell how wide its characters are. */
    private static @Nullable Charset wide(byte[] head) {
        for (int first : new int[] {'<', '{'}) {
            if (starts(head, 0, 0, 0, first)) {
                return UTF_32BE;
            }
            if (starts(head, first, 0, 0, 0)) {
                return UTF_32LE;
            }
            if (starts(head, 0, first)) {
                return StandardCharsets.UTF_16BE;
            }
            if (starts(head, first, 0)) {
                return StandardCharsets.UTF_16LE;
            }
        }
        return null;
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset named(Pattern pattern, @Nullable String text) {
        var match = text == null ? null : pattern.matcher(text);
        if (match == null || !match.find()) {
            return null;
        }
        try {
            return Charset.forName(match.group(1).toLowerCase(Locale.ROOT));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** As browsers do: who says ISO-8859-1 or ASCII means windows-1252, which has more characters at the same places. */
    private static Charset western(Charset said) {
        return said.equals(StandardCharsets.ISO_8859_1) || said.equals(StandardCharsets.US_ASCII) ? WESTERN : said;
    }

    /** Whether there are characters beyond ASCII, and each is as UTF-8 has them: that does not happen by chance. */
    private static boolean isUtf8(byte[] head) {
        return !isAscii(head) && decodes(head, StandardCharsets.UTF_8);
    }

    private static boolean isAscii(byte[] head) {
        for (byte each : head) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean decodes(byte[] head, Charset charset) {
        // A long document's head may end in the middle of a character.
        for (int cut = 0; cut <= (head.length < 4_096 ? 0 : 3); cut++) {
            try {
                charset.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                // Shorter by a byte, perhaps.
            }
        }
        return false;
    }
}
