package sightings.ingest.commands;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sightings.ingest.catalogue.Catalogue;
import sightings.ingest.catalogue.CatalogueFile;
import sightings.ingest.downloads.Exclusions;
import sightings.ingest.downloads.LogScan;
import sightings.ingest.downloads.RobotList;
import sightings.ingest.usage.Profile;

/** Counts the requests for each dataset in access logs and prints them as one JSON object. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Counts the requests for each dataset in access logs, without Kafka and Elasticsearch, and prints one JSON object.",
            "",
            "Each line is accounted for: lines = accepted + filtered (by reason) + rejected (by reason). Addresses, user"
                    + " agents and query strings are never printed or written; a visitor is a hash under a seed that is"
                    + " drawn for the run. What does not fit into memory is written to temporary files, which are deleted."
        },
        footer = {"", "Exit code: 0 all was counted, 1 something could not be read, which is said, 2 wrong options."})
final class CountCommand implements Callable<Integer>, PlainCommand {

    /** With more of them, reading would be what they wait for. */
    private static final int MOST_THREADS = 4;

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = "Access logs, plain or packed with gzip or zstd; - is standard input.")
    List<String> logs = List.of();

    @Option(
            names = "--catalogue",
            paramLabel = "FILE_OR_URL",
            description = "The datasets that count: what the portal's catalogue says. Without one, only logs that name"
                    + " their datasets themselves, as COUNTER's do, have any.")
    @Nullable
    String catalogue;

    @Option(
            names = "--portal",
            paramLabel = "HOST",
            description = "Host of the portal, for request lines that name one; more than one may be given.")
    List<String> portals = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = {
                "Counting rules. counter-rd: the COUNTER Code of Practice for Research Data (the default).",
                "downloads: every successful download, robots included; a file in many ranges is one."
            })
    String profile = Profile.COUNTER_RD.family();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Format of the logs: auto (the default), common, combined, vhost, forwarded, json, w3c,"
                    + " cloudfront, counter, or a LogFormat string of Apache or a log_format of nginx.")
    String format = "auto";

    @Option(
            names = "--robots",
            paramLabel = "FILE",
            description = "Robots by this list, a JSON array of {pattern} as COUNTER publishes it, instead of the"
                    + " bundled one. Scripts are never robots, whatever a list says.")
    @Nullable
    Path robots;

    @Option(
            names = "--exclude",
            paramLabel = "BLOCK",
            description = "Address or block of addresses that is not counted, such as 192.0.2.0/24.")
    List<String> excluded = new ArrayList<>();

    @Option(
            names = "--exclude-agent",
            paramLabel = "TEXT",
            description = "Program that is not counted, by what its user agent contains, such as a monitor's name.")
    List<String> excludedAgents = new ArrayList<>();

    /** Lines of days to come are none. */
    InstantSource clock = InstantSource.system();

    @Spec
    @Nullable
    CommandSpec spec;

    /** The command with these options; empty where the option parser must read them. */
    static Optional<PlainCommand> plain(List<String> words) {
        return PlainWords.read(
                        words,
                        Set.of(),
                        Set.of("--catalogue", "--profile", "--format", "--robots"),
                        Set.of("--portal", "--exclude", "--exclude-agent"))
                .filter(plain -> !plain.rest().isEmpty())
                .map(CountCommand::plain);
    }

    private static PlainCommand plain(PlainWords plain) {
        var command = new CountCommand();
        command.logs = plain.rest();
        command.catalogue = plain.value("--catalogue");
        command.portals = plain.values("--portal");
        command.profile = Objects.requireNonNullElse(plain.value("--profile"), command.profile);
        command.format = Objects.requireNonNullElse(plain.value("--format"), command.format);
        var list = plain.value("--robots");
        command.robots = list == null ? null : Path.of(list);
        command.excluded = plain.values("--exclude");
        command.excludedAgents = plain.values("--exclude-agent");
        return command;
    }

    @Override
    public Integer call() throws IOException {
        var line = Objects.requireNonNull(spec).commandLine();
        try {
            return run(line.getOut(), line.getErr());
        } catch (WrongOption e) {
            return OptionParser.refuse(line, e);
        }
    }

    @Override
    public int run(PrintWriter out, PrintWriter err) throws IOException, WrongOption {
        checkFormat();
        var read = catalogue();
        var hosts = hosts(read);
        read.wrong().forEach(wrong -> err.println("catalogue: " + wrong));
        int code = read.wrong().isEmpty() ? 0 : 1;
        try (var run = new CountRun(
                new CatalogueDatasets(read.catalogue()),
                catalogue == null,
                hosts,
                rules(),
                robotList(),
                exclusions(),
                clock,
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()))) {
            for (var log : logs) {
                var trouble = read(run, log, err);
                if (trouble.isPresent()) {
                    err.println(log + ": " + trouble.get());
                    code = 1;
                }
            }
            out.println(run.result());
        }
        out.flush();
        return code;
    }

    private CatalogueFile catalogue() throws WrongOption {
        if (catalogue == null) {
            return new CatalogueFile(Catalogue.EMPTY, List.of(), List.of());
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            return CatalogueFile.read(catalogue, portals, today);
        } catch (IOException e) {
            throw new WrongOption("--catalogue: " + e.getMessage(), e);
        }
    }

    /** Hosts whose requests are the portal's own; a log of one portal seldom names any. */
    private List<String> hosts(CatalogueFile read) {
        var hosts = new LinkedHashSet<>(portals);
        hosts.addAll(read.portals());
        return hosts.isEmpty() ? List.of("localhost") : List.copyOf(hosts);
    }

    private Optional<String> read(CountRun run, String log, PrintWriter err) throws IOException {
        boolean standardInput = log.equals("-");
        if (!standardInput && !Files.isReadable(Path.of(log))) {
            return Optional.of("cannot be read");
        }
        try (var progress = Progress.of(standardInput ? -1 : Files.size(Path.of(log)), err);
                var stored = open(log, progress)) {
            return run.read(stored, format, progress);
        }
    }

    private static InputStream open(String log, Progress progress) throws IOException {
        return progress.watching(log.equals("-") ? System.in : new FileInputStream(log));
    }

    private Profile rules() throws WrongOption {
        for (var known : List.of(Profile.COUNTER_RD, Profile.EVERY_DOWNLOAD)) {
            if (profile.equals(known.family()) || profile.equals(known.name())) {
                return known;
            }
        }
        throw new WrongOption("There is no profile " + profile + ": take counter-rd or downloads.");
    }

    private RobotList robotList() throws WrongOption {
        try {
            return robots == null ? RobotList.bundled() : RobotList.read(robots);
        } catch (IOException e) {
            throw new WrongOption("--robots: " + robots + " is no list of robots", e);
        }
    }

    private void checkFormat() throws WrongOption {
        try {
            LogScan.checkFormat(format);
        } catch (IllegalArgumentException e) {
            throw new WrongOption("--format: " + e.getMessage(), e);
        }
    }

    private Exclusions exclusions() throws WrongOption {
        try {
            return Exclusions.of(excluded, excludedAgents);
        } catch (IllegalArgumentException e) {
            throw new WrongOption("--exclude: " + e.getMessage(), e);
        }
    }
}
