package sightings.ingest.downloads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sightings.ingest.downloads.Marks.Mark;

/**
 * How far a file has been read, and by what it is known again under another name: the hash of its first bytes, at most
 * 1,024, and of those before some ends of its lines, the position the last of them. It is never known by name or inode, which rotation
 * moves on.
 *
 * @param part key of its checkpoint, made of its first bytes as they were when it was first seen
 * @param head how many of its first bytes are hashed
 * @param headHash their hash
 * @param position up to where it has been read, in bytes of its unpacked text
 * @param inLine whether that is in the midst of a line, as in one that is too long and not written to its end
 * @param tailHash hash of the last bytes before the position, or how it begins
 * @param marks earlier positions
 * @param packedSize size of the packed file that was read to its end; -1 where none was
 * @param name what it was called when lines were last read from it; empty in older checkpoints
 * @param changed when it had been written last, as far as it was read
 * @param accounting what became of its lines
 * @param referrals from which sites its visitors came
 * @param tokens which applications its visitors used, by what stands for their keys
 * @param demands what its visitors asked for in vain
 * @param columns which columns its next lines have
 */
record FileState(
        String part,
        int head,
        String headHash,
        long position,
        boolean inLine,
        String tailHash,
        Marks marks,
        long packedSize,
        String name,
        Instant changed,
        Accounting accounting,
        Referrals referrals,
        Referrals tokens,
        Demands demands,
        Columns columns) {

    static final int HEAD = 1_024;
    static final int TAIL = 256;
    private static final String IN_LINE = "inLine";

    /**
     * Of a file that nobody has read yet.
     *
     * @param firstBytes its complete first lines, at most 1,024 bytes
     * @param mark tells parts apart whose files begin alike
     */
    static FileState begin(byte[] firstBytes, String mark) {
        var hash = Fingerprint.of(firstBytes, firstBytes.length);
        return new FileState(
                hash + mark,
                firstBytes.length,
                hash,
                0,
                false,
                "",
                Marks.NONE,
                -1,
                "",
                Instant.EPOCH,
                new Accounting(),
                Referrals.bySite(),
                Referrals.byToken(),
                new Demands(),
                new Columns());
    }

    /** Of a file that is new from a mark of this one on: up to there it is the same. */
    FileState fork(FileState begun, Mark mark) {
        return new FileState(
                begun.part,
                begun.head,
                begun.headHash,
                mark.position(),
                false,
                mark.hash(),
                marks.upTo(mark.position()),
                -1,
                "",
                Instant.EPOCH,
                new Accounting(),
                Referrals.bySite(),
                Referrals.byToken(),
                new Demands(),
                columns.at(mark.position()));
    }

    /** As a checkpoint has it. */
    static FileState of(String part, Map<String, String> state) {
        return new FileState(
                part,
                Integer.parseInt(state.getOrDefault("head", "0")),
                state.getOrDefault("headHash", ""),
                Long.parseLong(state.getOrDefault("position", "0")),
                state.containsKey(IN_LINE),
                state.getOrDefault("tailHash", ""),
                Marks.parse(state.getOrDefault("marks", "")),
                Long.parseLong(state.getOrDefault("packedSize", "-1")),
                state.getOrDefault("name", ""),
                Instant.ofEpochSecond(Long.parseLong(state.getOrDefault("changed", "0"))),
                Accounting.of(state),
                Referrals.bySite().with(state),
                Referrals.byToken().with(state),
                Demands.of(state),
                Columns.of(state));
    }

    /** What a checkpoint keeps of it. */
    Map<String, String> state() {
        var state = new TreeMap<String, String>();
        state.put("head", Integer.toString(head));
        state.put("headHash", headHash);
        state.put("position", Long.toString(position));
        if (inLine) {
            state.put(IN_LINE, "1");
        }
        state.put("tailHash", tailHash);
        state.put("marks", marks.text());
        state.put("packedSize", Long.toString(packedSize));
        state.put("name", name);
        state.put("changed", Long.toString(changed.getEpochSecond()));
        state.putAll(accounting.state());
        state.putAll(referrals.state());
        state.putAll(tokens.state());
        state.putAll(demands.state());
        state.putAll(columns.state());
        return state;
    }

    /** Where it can be known again, sorted by position; the position is the last. */
    List<Mark> places() {
        var places = new ArrayList<>(marks.upTo(position - 1).all());
        if (position > 0) {
            places.add(new Mark(position, tailHash));
        }
        return places;
    }

    /** Whether these are the last bytes before the position; of a file that was not begun, whether it begins so. */
    boolean follows(byte[] lastBytes) {
        return position == 0 || new Mark(position, tailHash).fits(lastBytes);
    }

    /**
     * The same, read up to where these lines are. A file that was short at first is known by more of its bytes now.
     */
    FileState readTo(Lines lines, byte[] firstBytes, LogFile file) {
        boolean longer = firstBytes.length > head;
        var lastBytes = lines.tail();
        return new FileState(
                part,
                longer ? firstBytes.length : head,
                longer ? Fingerprint.of(firstBytes, firstBytes.length) : headHash,
                lines.position(),
                lines.inLine(),
                Fingerprint.of(lastBytes, lastBytes.length),
                marks.and(lines.newMarks()),
                packedSize,
                file.name(),
                file.changed(),
                accounting,
                referrals,
                tokens,
                demands,
                columns);
    }

    /** The same, read to the end from a packed file of this size. */
    FileState readFrom(long newPackedSize) {
        return new FileState(
                part,
                head,
                headHash,
                position,
                inLine,
                tailHash,
                marks,
                newPackedSize,
                name,
                changed,
                accounting,
                referrals,
                tokens,
                demands,
                columns);
    }
}
