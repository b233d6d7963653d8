package sightings.ingest.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sightings.ingest.recognising.Explanation;
import sightings.ingest.recognising.Explanation.Found;
import sightings.ingest.recognising.Explanation.Read;
import sightings.ingest.recognising.Explanation.Refused;
import sightings.ingest.recognising.Explanation.SpeaksOf;
import sightings.ingest.recognising.Recogniser;

/** Tells step by step why a text does or does not name datasets. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Tells step by step why a text does or does not name datasets of a catalogue, and what would have to"
                        + " be true where it does not.",
        footer = {
            "",
            "Exit code: 0 something was found; 1 nothing was found; 2 the catalogue could not be read, or has no dataset."
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int NO_CATALOGUE = 2;
    private static final int CAP = 1 << 20;

    @Mixin
    CatalogueOptions catalogue = new CatalogueOptions();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            description = "The file that the text is of; its ending decides what is program, comment or prose.")
    @Nullable
    String path;

    @Parameters(
            paramLabel = "TEXT",
            description = "An address, a snippet, a line; - reads standard input, at most 1 MB.")
    String text = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final InputStream in;

    ExplainCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try {
            var known = catalogue.read(err);
            var read = text.equals("-") ? in.readNBytes(CAP + 1) : text.getBytes(StandardCharsets.UTF_8);
            boolean cut = read.length > CAP;
            var explanation =
                    new Recogniser().explain(Pasted.text("text", path, cut ? beginning(read) : text(read), cut), known);
            print(explanation, out);
            out.flush();
            return explanation.steps().stream().anyMatch(Found.class::isInstance) ? 0 : 1;
        } catch (IOException e) {
            err.println(e.getMessage());
            return NO_CATALOGUE;
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** What stands before the cap, without half a character. */
    private static String beginning(byte[] utf8) {
        int end = CAP;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    private static void print(Explanation explanation, PrintWriter out) {
        out.println("Catalogue version " + explanation.catalogue() + " with " + explanation.datasets()
                + (explanation.datasets() == 1 ? " dataset" : " datasets") + ", rules version " + explanation.rules());
        boolean any = false;
        for (var step : explanation.steps()) {
            switch (step) {
                case Read read ->
                    out.println(
                            "Read " + read.characters() + " characters" + (read.cut() ? ", cut there," : "") + " as "
                                    + read.as()
                                    + (read.path().isEmpty() ? "" : " (" + read.path() + ")"));
                case SpeaksOf speaks ->
                    out.println("It speaks of the portal " + speaks.portal() + ", which confirms ids and names of it");
                case Found found -> {
                    any = true;
                    printFound(found, out);
                }
                case Refused refused -> {
                    any = true;
                    out.println("Line " + refused.line() + ": no find: " + refused.text());
                    out.println("  rule " + refused.refusal().rule() + ": "
                            + refused.refusal().reason());
                    out.println("  it would take: " + refused.refusal().wouldMatch());
                }
            }
        }
        if (!any) {
            out.println(
                    "Nothing in it looks like a reference: no address of a known host, no id, no distinctive title.");
        }
    }

    private static void printFound(Found found, PrintWriter out) {
        var sighting = found.sighting();
        out.println("Line " + sighting.place().line() + ": " + sighting.dataset());
        out.println("  rule " + sighting.rule() + ", grade " + FindLines.word(sighting.grade()) + ", method "
                + FindLines.word(sighting.method()) + ", verification " + FindLines.word(sighting.verification())
                + ", confidence " + sighting.confidence());
        out.println("  in: " + sighting.snippet());
    }
}
