package sightings.ingest.downloads;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The text of a log, unpacked where it is packed, which its first bytes say and never its name. */
final class LogText {

    private static final int BUFFER = 1 << 16;

    private LogText() {}

    /** The text behind these bytes; of several members behind each other, as {@code cat a.gz b.gz} makes them, all. */
    static InputStream of(InputStream stored) throws IOException {
        var bytes = new BufferedInputStream(stored, BUFFER);
        bytes.mark(4);
        var magic = bytes.readNBytes(4);
        bytes.reset();
        if (begins(magic, 0x1F, 0x8B)) {
            return new GZIPInputStream(bytes, BUFFER);
        }
        return begins(magic, 0x28, 0xB5, 0x2F, 0xFD) ? new ZstdInputStream(bytes) : bytes;
    }

    private static boolean begins(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
