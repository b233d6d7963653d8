package sightings.ingest.downloads;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * A server that writes its log into a real folder, and the programs that rotate, pack, cut and delete it, in a random order that a
 * seed decides. Like a real one it goes on writing into the file it holds open, whatever that is called by now. Its clock moves by
 * a second with everything it does.
 */
final class RotatingServer implements AutoCloseable {

    private static final String LIVE = "access.log";

    private final Path folder;
    private final Random random;
    private final Style style;
    private String header;
    private boolean columnsSwapped;
    private boolean copies;
    private final Map<String, Instant> written = new HashMap<>();
    private final Set<String> torn = new HashSet<>();
    private final Set<String> split = new HashSet<>();
    private final Set<String> untraceable = new HashSet<>();
    private final List<byte[]> kept = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private FileChannel log;
    private Path inode;
    private String begun = "";
    private String half = "";
    private int lines;
    private int rotated;
    private final List<String> history = new ArrayList<>();
    private boolean destroyed;
    private boolean seen;
    private boolean headerOnly;
    private final Set<String> ofThisFile = new HashSet<>();

    /** How a server writes its lines. */
    enum Style {
        /** As no server does, of any length from very short on. */
        PLAIN,
        COMBINED,
        JSON,
        /** With columns that may change whenever the server is started again. */
        W3C
    }

    RotatingServer(Path folder, Random random) throws IOException {
        this(folder, random, Style.PLAIN);
    }

    RotatingServer(Path folder, Random random, Style style) throws IOException {
        this.folder = folder;
        this.random = random;
        this.style = style;
        this.header = style != Style.PLAIN
                ? fields()
                : "#Fields: the same line begins each file\n".repeat(new int[] {0, 0, 5, 40}[random.nextInt(4)]);
        this.inode = folder.resolve(LIVE);
        this.log = reopened();
    }

    InstantSource clock() {
        return () -> now;
    }

    /** All complete lines so far and when they were written. */
    Map<String, Instant> written() {
        return written;
    }

    /** Notes what was done, so that a schedule that fails can be read. */
    void note(String what) {
        history.add(now.toString().substring(11, 19) + " " + what);
    }

    /** All that was done, in order. */
    List<String> history() {
        return history;
    }

    /** Lines of which some file holds a part only. */
    Set<String> split() {
        return split;
    }

    /** Lines that no file ever held whole, since a rotation cut them in two. */
    Set<String> torn() {
        return torn;
    }

    /**
     * Lines whose loss leaves no trace: those between the copy and the cut of copytruncate, those of a file that was begun,
     * cut in place and begun again while nobody looked, and those that were gone before the first look, or when a look had seen
     * no more of the last file than the header that all files have.
     */
    Set<String> untraceable() {
        return untraceable;
    }

    /** Somebody looks now, at all there is or at some of it. */
    void looked(boolean atAll) {
        seen |= atAll && !ofThisFile.isEmpty();
        headerOnly = ofThisFile.isEmpty() || headerOnly && !atAll;
    }

    /** Whether anything was deleted or cut that no other file held. */
    boolean destroyed() {
        return destroyed;
    }

    /** Anything but the destroying. {@code look} may be called in the midst of it. */
    void work(Look look) throws IOException {
        tick();
        if (style == Style.W3C && random.nextInt(8) == 0) {
            nameColumns();
        }
        if (copies && random.nextInt(12) == 0) {
            copy();
        }
        switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> append(1 + random.nextInt(20));
            case 4 -> appendHalf();
            case 5, 6 -> rename();
            case 7 -> dateext();
            case 8 -> copyTruncate(look);
            case 9 -> pack(look);
            case 10 -> reopenLate();
            case 11 -> lateFiles();
            default -> reappear();
        }
    }

    /**
     * What may destroy lines for good.
     *
     * @param watched whether anybody has seen a file of this log before
     */
    void destroy(boolean watched) throws IOException {
        destroySome();
        if (!watched || headerOnly) {
            var gone = new HashSet<>(written.keySet());
            gone.removeAll(present());
            untraceable.addAll(gone);
        }
    }

    private void destroySome() throws IOException {
        tick();
        switch (random.nextInt(4)) {
            case 0, 1 -> deleteOldest();
            case 2 -> {
                // Cut in place, and nobody kept a copy.
                note("cut in place " + inode.getFileName());
                tear();
                log.truncate(0);
                touch();
                gone();
            }
            default -> {
                // A new file of the same name, which may well get the same inode.
                note("delete and begin again " + inode.getFileName());
                tear();
                log.close();
                Files.deleteIfExists(inode);
                inode = folder.resolve(LIVE);
                log = reopened();
                gone();
            }
        }
    }

    private void gone() {
        destroyed = true;
        kept.clear();
        if (!seen) {
            untraceable.addAll(ofThisFile);
        }
        newFile();
    }

    private void newFile() {
        seen = false;
        ofThisFile.clear();
    }

    /** A last complete line in a file of the usual name. */
    void end() throws IOException {
        tick();
        reopenLate();
        append(1);
    }

    /** Something that happens in between. */
    interface Look {
        void look() throws IOException;
    }

    /** Every line that some file of the folder still holds. */
    Set<String> present() throws IOException {
        var present = new HashSet<String>();
        for (var file : files()) {
            try (var text = LogText.of(Files.newInputStream(file))) {
                present.addAll(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        return present;
    }

    private void append(int count) throws IOException {
        note("append " + count + " from line " + lines + " to " + inode.getFileName());
        for (int i = 0; i < count; i++) {
            if (half.isEmpty()) {
                begun = newLine();
                half = begun;
            }
            write(half + "\n");
            written.put(begun, now);
            ofThisFile.add(begun);
            half = "";
        }
    }

    private void appendHalf() throws IOException {
        if (half.isEmpty()) {
            begun = newLine();
            int cut = 1 + random.nextInt(begun.length() - 1);
            note("append half of line " + (lines - 1) + " to " + inode.getFileName());
            write(begun.substring(0, cut));
            half = begun.substring(cut);
        }
    }

    private String newLine() {
        var agent = "x".repeat(random.nextInt(90)) + "end";
        var target = "/d/abcd-1234?line=" + lines++;
        return switch (style) {
            case PLAIN -> "line " + lines + " " + agent;
            case COMBINED ->
                "192.0.2.7 - - [23/Nov/2026:00:00:00 +0000] \"GET " + target + " HTTP/1.1\" 200 5 \"-\" \"" + agent
                        + "\"";
            case JSON ->
                "{\"time_iso8601\":\"2026-11-23T00:00:00+00:00\",\"remote_addr\":\"192.0.2.7\",\"status\":\"200\","
                        + "\"request\":\"GET " + target + " HTTP/1.1\",\"http_user_agent\":\"" + agent + "\"}";
            case W3C ->
                "2026-11-23 00:00:00 "
                        + (columnsSwapped ? "GET " + target + " 192.0.2.7" : "192.0.2.7 GET " + target)
                        + " 200 " + agent;
        };
    }

    private String fields() {
        return style != Style.W3C
                ? ""
                : "#Software: a server of this test\n#Fields: date time "
                        + (columnsSwapped ? "cs-method cs-uri c-ip" : "c-ip cs-method cs-uri")
                        + " sc-status cs(User-Agent)\n";
    }

    /** IIS names its columns again when it is started, in the midst of a file. */
    private void nameColumns() throws IOException {
        if (half.isEmpty()) {
            note("other columns in " + inode.getFileName());
            columnsSwapped = !columnsSwapped;
            header = fields();
            if (log.size() > 0) {
                write(header);
            }
        }
    }

    /** From now on somebody keeps copies of the log as far as it is written. */
    void keepCopies() {
        copies = true;
    }

    private void copy() throws IOException {
        var bytes = Files.readAllBytes(inode);
        var copy = folder.resolve("copy-" + (20_261_001 + rotated++) + ".log");
        note("keep a copy as " + copy.getFileName());
        Files.write(copy, Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 2 + 1)));
        stamp(copy);
    }

    private void write(String text) throws IOException {
        var all = log.size() == 0 ? header + text : text;
        log.write(ByteBuffer.wrap(all.getBytes(StandardCharsets.UTF_8)));
        touch();
    }

    private void rename() throws IOException {
        if (!Files.exists(folder.resolve(LIVE))) {
            return;
        }
        for (int i = 30; i > 0; i--) {
            for (var packed : List.of("", ".gz", ".zst")) {
                var old = folder.resolve(LIVE + "." + i + packed);
                if (Files.exists(old)) {
                    move(old, folder.resolve(LIVE + "." + (i + 1) + packed));
                }
            }
        }
        rotateTo(folder.resolve(LIVE + ".1"));
    }

    private void dateext() throws IOException {
        if (Files.exists(folder.resolve(LIVE))) {
            rotateTo(folder.resolve(LIVE + "-" + (20_261_001 + rotated++)));
        }
    }

    private void rotateTo(Path target) throws IOException {
        note("rename " + LIVE + " to " + target.getFileName());
        move(folder.resolve(LIVE), target);
        if (random.nextInt(3) > 0) {
            reopenLate();
        }
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to);
        if (from.equals(inode)) {
            inode = to;
        }
    }

    /** Servers are told to open the new file a little after the old one was renamed. */
    private void reopenLate() throws IOException {
        if (!inode.equals(folder.resolve(LIVE))) {
            if (!half.isEmpty()) {
                append(1);
            }
            log.close();
            inode = folder.resolve(LIVE);
            log = reopened();
            newFile();
        }
    }

    private FileChannel reopened() throws IOException {
        return FileChannel.open(folder.resolve(LIVE), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void copyTruncate(Look look) throws IOException {
        if (!inode.equals(folder.resolve(LIVE)) || log.size() == 0) {
            return;
        }
        var copy = folder.resolve(LIVE + "-" + (20_261_001 + rotated++));
        var bytes = Files.readAllBytes(inode);
        if (!half.isEmpty()) {
            split.add(begun);
        }
        note("copy to " + copy.getFileName());
        if (random.nextInt(3) == 0) {
            // A look falls into the time it takes to copy.
            Files.write(copy, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            stamp(copy);
            look.look();
        }
        Files.write(copy, bytes);
        stamp(copy);
        if (random.nextInt(3) == 0) {
            tick();
            var before = new HashSet<>(written.keySet());
            append(1 + random.nextInt(4));
            if (random.nextBoolean()) {
                look.look();
            }
            written.keySet().stream().filter(line -> !before.contains(line)).forEach(untraceable::add);
            destroyed = true;
        }
        note("cut after the copy");
        tear();
        log.truncate(0);
        touch();
        newFile();
    }

    private void tear() {
        if (!half.isEmpty()) {
            torn.add(begun);
            split.add(begun);
        }
    }

    private void pack(Look look) throws IOException {
        for (var file : rotatedOldestFirst().reversed()) {
            if (!isPacked(file) && !file.equals(inode)) {
                boolean zstd = random.nextInt(3) == 0;
                var packed = folder.resolve(file.getFileName() + (zstd ? ".zst" : ".gz"));
                var text = Files.readAllBytes(file);
                var bytes = zstd ? Zstd.compress(text) : packed(text);
                note("pack " + file.getFileName());
                var time = Files.getLastModifiedTime(file);
                if (random.nextInt(3) == 0) {
                    Files.write(packed, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                    stamp(packed);
                    look.look();
                }
                Files.write(packed, bytes);
                Files.setLastModifiedTime(packed, time);
                if (random.nextInt(3) == 0) {
                    look.look();
                }
                Files.delete(file);
                return;
            }
        }
    }

    private void lateFiles() throws IOException {
        // Files of another year, brought in at once; they may begin alike.
        var head = style == Style.W3C ? fields() : "#Same head of two files\n".repeat(random.nextInt(60));
        int year = 2000 + rotated++;
        for (int i = 0; i < 2; i++) {
            var text = new StringBuilder(head);
            for (int line = random.nextInt(30); line >= 0; line--) {
                var late = newLine();
                written.put(late, now);
                text.append(late).append('\n');
            }
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            var name = "other" + (char) ('a' + i) + "-" + year + ".log";
            var file = folder.resolve(random.nextBoolean() ? name : name + ".gz");
            note("late file " + file.getFileName() + " up to line " + (lines - 1));
            Files.write(file, isPacked(file) ? packed(bytes) : bytes);
            stamp(file);
        }
    }

    private void reappear() throws IOException {
        if (!kept.isEmpty()) {
            var file = folder.resolve("restored-" + (1000 + rotated++) + ".gz");
            note("restored " + file.getFileName());
            Files.write(file, packed(kept.removeFirst()));
            stamp(file);
        }
    }

    private void deleteOldest() throws IOException {
        var old = rotatedOldestFirst();
        int count = old.isEmpty() ? 0 : 1 + random.nextInt(old.size());
        kept.clear();
        for (var file : old.subList(0, count)) {
            if (!file.equals(inode)) {
                var bytes = Files.readAllBytes(file);
                if (random.nextInt(3) == 0 && !isPacked(file)) {
                    kept.add(bytes);
                }
                note("delete " + file.getFileName());
                Files.delete(file);
                destroyed = true;
            }
        }
    }

    private List<Path> rotatedOldestFirst() throws IOException {
        var times = new HashMap<Path, FileTime>();
        for (var file : files()) {
            if (file.getFileName().toString().startsWith(LIVE + ".")
                    || file.getFileName().toString().startsWith(LIVE + "-")) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times.keySet().stream().sorted(Comparator.comparing(times::get)).toList();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz") || file.toString().endsWith(".zst");
    }

    private static byte[] packed(byte[] text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    private void tick() {
        now = now.plusSeconds(3);
    }

    private void touch() throws IOException {
        if (Files.exists(inode)) {
            stamp(inode);
        }
    }

    private void stamp(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(now));
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
