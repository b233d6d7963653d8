package sightings.ingest.downloads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import sightings.ingest.bytes.Bytes;
import sightings.ingest.catalogue.Datasets;
import sightings.ingest.publishing.DaySalts;
import sightings.ingest.publishing.Salts;

/** Line readers for tests. */
final class LineReaders {

    static final String SECRET = "a secret of this test and no other";
    static final String HOST = "data.example.gov";

    private LineReaders() {}

    /** One that knows a few datasets and finds formats out. */
    static LineReader of(InstantSource clock) {
        return of(FewDatasets.usual(), Salts.ofOpenDays(clock), clock);
    }

    /** One that finds formats out. */
    static LineReader of(Datasets datasets, DaySalts salts, InstantSource clock) {
        return new LineReader(
                Formats.AUTO,
                Exclusions.NONE,
                RobotList.bundled(),
                new RequestReader(datasets, Set.of(HOST)),
                new DemandReader(datasets, FewDatasets.words("street", "trees"), Set.of(HOST)),
                InstallationSecret.of(SECRET),
                Set.of(HOST),
                salts,
                clock);
    }

    /** What a reader makes of one line of a file. */
    static Optional<LineReader.Read> read(LineReader reader, String line) throws InterruptedException {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var lines = new Lines(new ByteArrayInputStream(bytes), 0, Bytes.NONE, false, true);
        try {
            lines.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.read(lines, "late", FileState.begin(bytes, ""));
    }
}
