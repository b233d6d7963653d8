import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.ingest.catalogue.CatalogueFile;
import sightings.ingest.recognising.Recogniser;

/**
 * Recognises in blocks of the benchmark's text as if each were a file: Core FOLDER. What the end of a block cuts in two is
 * not found: it is there for the time only. Prints round, CPU seconds of the whole process, finds.
 */
class Core {

    private static final int BLOCK = 8_192;
    private static final int ROUNDS = 5;

    static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var catalogue = CatalogueFile.read(
                        folder.resolve("catalogue.jsonl").toString(), List.of(), LocalDate.of(2026, 11, 26))
                .catalogue();
        var recogniser = new Recogniser();
        var texts = texts(folder.resolve("texts.txt"));
        for (int round = 1; round <= ROUNDS; round++) {
            long begin = cpu();
            int finds = 0;
            for (byte[] text : texts) {
                if (!recogniser.mayFind(text, 0, text.length, catalogue)) {
                    continue;
                }
                var observation = observation(new String(text, StandardCharsets.UTF_8));
                finds += recogniser.recogniseLines(observation, catalogue).size();
            }
            System.out.printf(Locale.ROOT, "%d %.3f %d%n", round, (cpu() - begin) / 1e9, finds);
        }
    }

    /** Of all threads, the compiler's and the collector's among them. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static List<byte[]> texts(Path file) throws IOException {
        var texts = new ArrayList<byte[]>();
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] text = in.readNBytes(BLOCK); text.length > 0; text = in.readNBytes(BLOCK)) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static Observation observation(String text) {
        var subject = new Subject(
                new SubjectId("bench"), Subject.Kind.REPOSITORY, "bench", null, "bench", null, null, null, null, List.of(), null);
        return new Observation(
                new SourceId("bench"), new Place("bench", "a.py", null), subject, Instant.EPOCH, null, text, List.of(), false);
    }
}
