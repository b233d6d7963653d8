package sightings.ingest.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 into which bytes of another encoding were pasted: each of those is read as that encoding has it. */
final class ForgivingUtf8 extends Reader {

    private final InputStream in;
    private final char[] otherwise = new char[256];
    private final ByteBuffer bytes = ByteBuffer.allocate(8_192).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(8_192).limit(0);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean ended;

    /**
     * @param in the bytes
     * @param other how a byte is read that UTF-8 does not have there; one byte for each character
     */
    ForgivingUtf8(InputStream in, Charset other) {
        this.in = in;
        for (int i = 0; i < otherwise.length; i++) {
            otherwise[i] = new String(new byte[] {(byte) i}, other).charAt(0);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!characters.hasRemaining() && !decodeMore()) {
            return -1;
        }
        int count = Math.min(length, characters.remaining());
        characters.get(buffer, offset, count);
        return count;
    }

    private boolean decodeMore() throws IOException {
        characters.clear();
        while (true) {
            var result = decoder.decode(bytes, characters, ended);
            if (result.isError() && characters.hasRemaining()) {
                characters.put(otherwise[bytes.get() & 0xff]);
            } else if (characters.position() > 0) {
                characters.flip();
                return true;
            } else if (ended) {
                characters.flip();
                return false;
            } else {
                fill();
            }
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
