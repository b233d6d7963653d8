package sightings.ingest.downloads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a file has been read, and by what it is known again under another name: the hash of its first bytes, at most
 * 1,024, and of the last ones before the position. It is never known by name or inode, which rotation moves on.
 *
 * @param part key of its checkpoint, made of its first bytes as they were when it was first seen
 * @param head how many of its first bytes are hashed
 * @param headHash their hash
 * @param position up to where it has been read, in bytes of its unpacked text
 * @param tailHash hash of the last bytes before the position
 * @param packedSize size of the packed file that was read to its end; -1 where none was
 * @param accounting what became of its lines
 * @param referrals from which sites its visitors came
 */
record FileState(
        String part,
        int head,
        String headHash,
        long position,
        String tailHash,
        long packedSize,
        Accounting accounting,
        Referrals referrals) {

    static final int HEAD = 1_024;
    static final int TAIL = 256;

    /** Of a file that nobody has read yet. */
    static FileState begin(byte[] firstBytes, String mark) {
        var hash = hash(firstBytes, firstBytes.length);
        return new FileState(hash + mark, firstBytes.length, hash, 0, "", -1, new Accounting(), new Referrals());
    }

    /** As a checkpoint has it. */
    static FileState of(String part, Map<String, String> state) {
        return new FileState(
                part,
                Integer.parseInt(state.getOrDefault("head", "0")),
                state.getOrDefault("headHash", ""),
                Long.parseLong(state.getOrDefault("position", "0")),
                state.getOrDefault("tailHash", ""),
                Long.parseLong(state.getOrDefault("packedSize", "-1")),
                Accounting.of(state),
                Referrals.of(state));
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        state.put("head", Integer.toString(head));
        state.put("headHash", headHash);
        state.put("position", Long.toString(position));
        state.put("tailHash", tailHash);
        state.put("packedSize", Long.toString(packedSize));
        accounting.counts().forEach((name, count) -> state.put(name, Long.toString(count)));
        state.putAll(referrals.state());
        return state;
    }

    /** Whether a file that begins with these bytes may be this one. */
    boolean beginsLike(byte[] firstBytes) {
        return firstBytes.length >= head && hash(firstBytes, head).equals(headHash);
    }

    /** Whether the file has, before the position, what was read there. */
    boolean continues(LogFile file) throws IOException {
        if (position == 0) {
            return true;
        }
        if (!file.packed() && file.size() < position) {
            return false;
        }
        int length = (int) Math.min(TAIL, position);
        try (var text = file.open(position - length)) {
            return hash(text.readNBytes(length), length).equals(tailHash);
        } catch (EOFException e) {
            return false;
        }
    }

    /** The same, read up to here. A file that was short at first is known by more of its bytes now. */
    FileState readTo(long newPosition, byte[] lastBytes, byte[] firstBytes) {
        boolean longer = firstBytes.length > head;
        return new FileState(
                part,
                longer ? firstBytes.length : head,
                longer ? hash(firstBytes, firstBytes.length) : headHash,
                newPosition,
                hash(lastBytes, lastBytes.length),
                packedSize,
                accounting,
                referrals);
    }

    /** The same, read to the end from a packed file of this size. */
    FileState readFrom(long newPackedSize) {
        return new FileState(part, head, headHash, position, tailHash, newPackedSize, accounting, referrals);
    }

    /** The first bytes of a file up to its last complete line, at most 1,024 of them. */
    static byte[] firstBytes(LogFile file) throws IOException {
        try (InputStream text = file.open(0)) {
            var bytes = text.readNBytes(HEAD);
            if (bytes.length == HEAD) {
                return bytes;
            }
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n' && !file.packed()) {
                end--;
            }
            return Arrays.copyOf(bytes, end);
        }
    }

    private static String hash(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
