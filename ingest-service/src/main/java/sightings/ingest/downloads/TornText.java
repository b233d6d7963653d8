package sightings.ingest.downloads;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Ends where packed text is torn or damaged, instead of failing, and says so: what stands before that is read. */
final class TornText extends FilterInputStream {

    private boolean torn;

    /** @param unpacked what an unpacker gives */
    TornText(InputStream unpacked) {
        super(unpacked);
    }

    /** One of which not even the beginning can be read. */
    static TornText fromTheStart() {
        var text = new TornText(nullInputStream());
        text.torn = true;
        return text;
    }

    /** Whether it ends too early. */
    boolean torn() {
        return torn;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (torn) {
            return -1;
        }
        try {
            return super.read(into, from, length);
        } catch (EOFException | ZipException | ZstdIOException e) {
            torn = true;
            return -1;
        }
    }

    @Override
    public int available() throws IOException {
        return torn ? 0 : super.available();
    }
}
