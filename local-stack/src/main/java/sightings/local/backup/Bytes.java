package sightings.local.backup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Bytes as text where they are text, so that a person can read a backup. */
final class Bytes {

    private Bytes() {}

    /** The text, or null where the bytes are none. */
    static @Nullable String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            return null;
        }
    }

    /** Base64 of what {@link #text} gives no text for. */
    static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null || text(bytes) != null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes again. */
    static byte @Nullable [] of(@Nullable String text, @Nullable String base64) {
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return base64 == null ? null : Base64.getDecoder().decode(base64);
    }
}
