package sightings.ingest.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sightings.ingest.catalogue.CatalogueFile;

/** Prints the datasets of a catalogue, and what was wrong with it. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Prints the datasets of a catalogue, one JSON line each, and what was wrong with it.")
final class CatalogueCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSON lines, each one result of Socrata's Discovery API.")
    Path file = Path.of("");

    @Option(names = "--portal", required = true, paramLabel = "HOST", description = "Host that people link to.")
    List<String> portals = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        var read = CatalogueFile.read(file, portals, today);
        var out = spec.commandLine().getOut();
        read.catalogue().datasets().forEach(dataset -> out.println(dataset.id() + "\t" + dataset.title()));
        read.wrong().forEach(spec.commandLine().getErr()::println);
        out.flush();
        return read.wrong().isEmpty() ? 0 : 1;
    }
}
