package sightings.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import sightings.engines.ElasticsearchEngine;
import sightings.engines.Folders;

/**
 * The folder that keeps all data of one city. It belongs to one city for ever, so that the sample and a city never mix.
 * @param folder where it is
 */
record State(Path folder) {

    private static final String OWNER = "city.txt";
    private static final String LOCK = "lock";

    /** Where data goes when nobody says: an ordinary user's home; for root a folder that Elasticsearch's user can reach. */
    static Path base() {
        return ElasticsearchEngine.runsAsAnotherUser()
                ? Path.of("/var/lib/sightings")
                : Path.of(System.getProperty("user.home"), ".sightings");
    }

    /** The folder of a city; made if it is new, refused if it keeps something else. */
    static State of(Path folder, String city) throws IOException {
        State state = new State(folder.toAbsolutePath().normalize());
        Files.createDirectories(state.folder);
        state.requireOwnedBy(city);
        return state;
    }

    /** Makes what is missing, closed to others as far as Elasticsearch's own user allows. */
    void prepare() throws IOException {
        boolean other = ElasticsearchEngine.runsAsAnotherUser();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(other ? "rwx--x--x" : "rwx------"));
        for (Path part : List.of(kafka(), logs(), ingest(), showcase(), world())) {
            Files.createDirectories(part);
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private void requireOwnedBy(String city) throws IOException {
        Path owner = folder.resolve(OWNER);
        if (Files.exists(owner)) {
            String kept = Files.readString(owner).strip();
            if (!kept.equals(city)) {
                throw new Refused(folder + " keeps the data of " + kept + ", not of " + city
                        + ". Name another folder with --state.");
            }
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.anyMatch(file -> !file.endsWith(LOCK))) {
                throw new Refused(folder + " has files that are not ours. Name an empty folder with --state.");
            }
        }
        // Another command may read it at the same moment.
        Path unfinished = Files.writeString(
                folder.resolve(OWNER + "." + ProcessHandle.current().pid()), city + "\n");
        Files.move(unfinished, owner, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes all data of the city, and the password of its desk. */
    void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> !file.endsWith(LOCK) && !file.endsWith(OWNER))
                    .toList()) {
                Folders.delete(file);
            }
        }
        Folders.delete(elasticsearch());
    }

    /** Deletes the record, and all that is made from it. */
    void emptyRecord() throws IOException {
        Folders.delete(kafka());
        emptyViews();
    }

    /** Deletes what is made from the record; it is made anew at the next start. */
    void emptyViews() throws IOException {
        Folders.delete(ingest());
        Folders.delete(showcase());
        Folders.delete(elasticsearch());
    }

    /** Keeps other launchers away from the folder until it is closed, or this JVM ends. */
    FileLock lock() throws IOException {
        return lockUnlessRunning()
                .orElseThrow(() -> new Refused("Sightings is already running on " + folder
                        + ". Stop it first, or name another folder with --state."));
    }

    /** The lock, or nothing while a stack runs on the folder. */
    Optional<FileLock> lockUnlessRunning() throws IOException {
        FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<FileLock> lock = Optional.ofNullable(file.tryLock());
        if (lock.isEmpty()) {
            file.close();
        }
        return lock;
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    /** Beside the rest; where Elasticsearch's own user cannot reach that, in a folder of its own. */
    Path elasticsearch() {
        if (ElasticsearchEngine.canUse(folder)) {
            return folder.resolve("elasticsearch");
        }
        String id = UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        return base().resolve("elasticsearch-" + id);
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path ingest() {
        return folder.resolve("ingest");
    }

    Path showcase() {
        return folder.resolve("showcase");
    }

    Path world() {
        return folder.resolve("world");
    }

    /** The password of the desk, made at the first start. */
    String deskPassword() throws IOException {
        Path file = folder.resolve("desk-password");
        if (Files.notExists(file)) {
            byte[] random = new byte[8];
            new SecureRandom().nextBytes(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
        }
        return Files.readString(file).strip();
    }

    /** Notes for other commands how the running stack is reached. */
    void running(Ports ports) throws IOException {
        Properties running = new Properties();
        running.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        running.setProperty("kafka", Integer.toString(ports.kafka()));
        running.setProperty("showcase", Integer.toString(ports.site()));
        try (var writer = Files.newBufferedWriter(folder.resolve("running.properties"))) {
            running.store(writer, null);
        }
    }

    /** What a running stack has noted; only true while somebody holds the lock. */
    Properties running() throws IOException {
        Properties running = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("running.properties"))) {
            running.load(reader);
        }
        return running;
    }
}
