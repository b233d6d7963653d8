package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sightings.evidence.Sighting;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.recognising.Recogniser;

/** Finds the datasets of a catalogue in texts from standard input. */
@Command(
        name = "recognise",
        mixinStandardHelpOptions = true,
        description =
                "Finds the datasets of a catalogue in texts from standard input, and prints a JSON line per find.",
        footer = {
            "",
            "Standard input: JSON lines {\"where\", \"path\", \"text\"}. \"where\" is what you call the place, \"path\" the",
            "file's path in its repository (its ending decides what is program, comment or prose; null for an article).",
            "Standard output: JSON lines {\"where\", \"path\", \"line\", \"dataset\", \"grade\", \"method\", \"verification\",",
            "\"confidence\", \"snippet\"}, one for each dataset in each line of a text that names it, the strongest where one",
            "line names it twice. Grades: use, reference, mention, disabled.",
            "",
            "Exit code: 0 all was read; 1 some lines were bad or had to be cut, which standard error tells with their",
            "numbers, and the others were read; 2 the catalogue could not be read, or has no dataset."
        })
final class RecogniseCommand implements Callable<Integer>, PlainCommand {

    private static final int DEFAULT_CAP = 8;
    private static final int NO_CATALOGUE = 2;
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST = 256;
    /**
     * Bytes of memory for each byte of a line: the line itself, its text as it is read from JSON, as characters, with the
     * begins of its lines, and its finds. Measured with lines of nothing but addresses and of nothing but line ends.
     */
    private static final int MEMORY_FOR_A_BYTE = 24;

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Option(
            names = "--strongest",
            description = "Only the strongest find of each dataset in each text, as the service keeps it.")
    boolean strongest;

    @Option(
            names = "--cap",
            paramLabel = "MB",
            defaultValue = "" + DEFAULT_CAP,
            description =
                    "How much of a line is read, as far as it fits the memory; the rest of a longer one is passed over."
                            + " Default: ${DEFAULT-VALUE}")
    int cap = DEFAULT_CAP;

    @Spec
    @Nullable
    CommandSpec spec;

    private final InputStream in;
    private final long memory;
    private final Recogniser recogniser = new Recogniser();

    RecogniseCommand(InputStream in) {
        this(in, Runtime.getRuntime().maxMemory());
    }

    /** @param memory bytes that the program may take at most */
    RecogniseCommand(InputStream in, long memory) {
        this.in = in;
        this.memory = memory;
    }

    /** The command with these options; empty where the option parser must read them. */
    static Optional<PlainCommand> plain(List<String> words, InputStream in) {
        return PlainWords.read(words, Set.of("--strongest"), Set.of("--catalogue", "--cap"), Set.of("--portal"))
                .flatMap(plain -> plain(plain, in));
    }

    private static Optional<PlainCommand> plain(PlainWords plain, InputStream in) {
        var source = plain.value("--catalogue");
        var cap = plain.value("--cap");
        if (source == null || !plain.rest().isEmpty() || cap != null && !cap.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        var command = new RecogniseCommand(in);
        command.catalogue.source = source;
        command.catalogue.portals = plain.values("--portal");
        command.strongest = plain.has("--strongest");
        command.cap = cap == null ? DEFAULT_CAP : Integer.parseInt(cap);
        return Optional.of(command);
    }

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        return run(line.getOut(), line.getErr());
    }

    @Override
    public int run(PrintWriter out, PrintWriter err) throws IOException {
        Catalogue known;
        try {
            known = catalogue.read(err);
        } catch (IOException e) {
            err.println(e.getMessage());
            return NO_CATALOGUE;
        }
        int megabytes = megabytes();
        if (megabytes < cap) {
            err.println("--cap " + cap + " does not fit the memory of " + memory / MEGABYTE + " MB; " + megabytes
                    + " MB of a line are read");
        }
        boolean allRead = read(known, megabytes, new FindLines(out), err);
        err.flush();
        return allRead ? 0 : 1;
    }

    private int megabytes() {
        return Math.clamp(memory / MEMORY_FOR_A_BYTE / MEGABYTE, 1, Math.clamp(cap, 1, MOST));
    }

    private boolean read(Catalogue known, int megabytes, FindLines out, PrintWriter err) throws IOException {
        boolean allRead = true;
        var lines = new ObservedLines(
                in, megabytes * MEGABYTE, (bytes, from, to) -> recogniser.mayFind(bytes, from, to, known));
        for (var line = lines.next(); line != null; line = lines.next()) {
            // No switch: it links itself anew at each start, which takes longer than to read some thousand lines.
            if (line instanceof ObservedLine.Text text) {
                if (text.cut()) {
                    allRead = false;
                    err.println("line " + text.number() + ": longer than " + megabytes + " MB, read up to there");
                }
                for (Sighting find : finds(text, known)) {
                    out.print(find);
                }
            } else if (line instanceof ObservedLine.Bad bad) {
                allRead = false;
                err.println("line " + bad.number() + ": " + bad.reason());
            }
            if (lines.mustWait()) {
                out.flush();
            }
        }
        out.flush();
        return allRead;
    }

    private List<Sighting> finds(ObservedLine.Text text, Catalogue known) {
        var observation = Pasted.text(text.where(), text.path(), text.text(), text.cut());
        return strongest ? recogniser.recognise(observation, known) : recogniser.recogniseLines(observation, known);
    }
}
