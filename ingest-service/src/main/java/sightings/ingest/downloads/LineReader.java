package sightings.ingest.downloads;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sightings.event.AccessClass;
import sightings.event.DatasetAccessed;
import sightings.event.VisitorId;
import sightings.ingest.bytes.Bytes;
import sightings.ingest.publishing.DaySalts;

/**
 * Makes an access of a line, where it is a request for a dataset, and accounts for it in any case. Address and user agent
 * end here. Used by one thread.
 */
final class LineReader {

    private static final int DAYS_AT_HAND = 64;
    private static final int REFERRERS_AT_HAND = 1 << 12;
    private static final int DAY_SECONDS = 86_400;
    private static final String USUAL_METHOD = "GET";
    private static final List<String> METHODS =
            List.of("HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT");
    private static final String OTHER_METHOD = "OTHER";

    private final String formatName;
    private final Exclusions exclusions;
    private final AgentClassifier agents;
    private final RequestReader requests;
    private final DemandReader demands;
    private final InstallationSecret secret;
    private final AppTokens tokens;
    private final SiteHashes sites;
    private final Set<String> portalHosts;
    private final DaySalts salts;
    private final Horizon horizon;
    private final Remembered<Optional<String>> cameFrom = new Remembered<>(REFERRERS_AT_HAND);
    private final Map<LocalDate, Day> days = new HashMap<>();
    private LogFormat format = new CombinedFormat();
    private LocalDate lastDay = LocalDate.EPOCH;
    private long lastDayNumber;

    /** What is at hand of one day while its lines are read. */
    private record Day(String part, Pseudonyms pseudonyms) {}

    /**
     * @param formatName how the lines are written, or {@code auto}
     * @param exclusions who is not to be counted
     * @param robots who walks the web by itself
     * @param secret under which app tokens and what a visitor asks for in vain are known again
     * @param portalHosts hosts of the portal itself: visitors who move within it come from nowhere
     */
    LineReader(
            String formatName,
            Exclusions exclusions,
            RobotList robots,
            RequestReader requests,
            DemandReader demands,
            InstallationSecret secret,
            Set<String> portalHosts,
            DaySalts salts,
            InstantSource clock) {
        this.formatName = formatName;
        this.exclusions = exclusions;
        this.agents = new AgentClassifier(robots);
        this.requests = requests;
        this.demands = demands;
        this.secret = secret;
        this.tokens = new AppTokens(secret);
        this.sites = new SiteHashes(secret);
        this.portalHosts = Set.copyOf(portalHosts);
        this.salts = salts;
        this.horizon = new Horizon(clock);
    }

    /** Forgets the salts at hand, so that each round notes their use and none is used when it is destroyed, and what the catalogue said. */
    void beginRound() {
        days.clear();
        requests.forget();
        demands.forget();
    }

    /**
     * Goes on with a file, in whose beginning its format shows.
     *
     * @param columns which columns its next lines have, if they are known
     * @return whether it can be read: false where it has lines, and no format reads any
     */
    boolean beginFile(Formats.Beginning text, Columns columns) throws IOException {
        var head = text.first(Formats.HEAD);
        if (formatName.equals(Formats.AUTO)) {
            var found = Formats.recognise(text);
            if (found.isEmpty() && hasLines(head)) {
                return false;
            }
            format = Formats.named(found.orElse(Formats.USUAL));
        } else {
            format = Formats.named(formatName);
        }
        if (columns.names().isEmpty()) {
            readColumns(head);
        } else {
            format.name(columns.names());
        }
        return true;
    }

    private static boolean hasLines(byte[] head) {
        int end = Bytes.indexOf((byte) '\n', head, 0, head.length);
        if (end == head.length) {
            return false;
        }
        for (byte each : head) {
            if (each > ' ' || each < 0) {
                return true;
            }
        }
        return false;
    }

    /** A file that names its columns does so at its head, wherever reading goes on. */
    private void readColumns(byte[] head) {
        int from = 0;
        while (from < head.length && head[from] == '#') {
            int end = Bytes.indexOf((byte) '\n', head, from, head.length);
            format.parse(head, from, end > from && head[end - 1] == '\r' ? end - 1 : end);
            from = end + 1;
        }
    }

    /** What a line tells. */
    sealed interface Read {}

    /**
     * Somebody asks for a dataset.
     *
     * @param access the request
     * @param site the site from which a person came; null where it is not known or does not count
     * @param token what stands for the application's key; null as before
     */
    record Accessed(
            DatasetAccessed access,
            @Nullable String site,
            @Nullable String token) implements Read {}

    /**
     * Somebody asks in vain.
     *
     * @param wanted what for; not to be told as long as few ask for it
     * @param hash what stands for it until then
     * @param day log day
     * @param visitor who, on that day
     */
    record Asked(Wanted wanted, String hash, LocalDate day, VisitorId visitor) implements Read {}

    /**
     * Reads one line.
     *
     * @param latePart the part in which the file's lines are counted whose day is closed
     * @param state of its file, which grows with what the line says of it
     */
    Optional<Read> read(Lines text, String latePart, FileState state) throws InterruptedException {
        var accounting = state.accounting();
        if (text.tooLong()) {
            accounting.rejected(Parsed.Reason.TOO_LONG);
            return Optional.empty();
        }
        var bytes = text.line();
        int length = text.length();
        return switch (format.parse(bytes, 0, length)) {
            case Parsed.Rejected rejected -> {
                accounting.rejected(rejected.why(), bytes, length);
                yield Optional.empty();
            }
            case Parsed.Directive(var columns) -> {
                accounting.filtered(Accounting.Filter.DIRECTIVE);
                if (!columns.isEmpty()) {
                    state.columns().name(columns, text.position());
                }
                yield Optional.empty();
            }
            case Parsed.Line parsed -> {
                var line = parsed.line();
                if (horizon.isBefore(line)) {
                    accounting.rejected(Parsed.Reason.BAD_DATE, bytes, length);
                    yield Optional.empty();
                }
                if (exclusions.excludes(line)) {
                    accounting.filtered(Accounting.Filter.EXCLUDED);
                    yield Optional.empty();
                }
                var request = requests.read(line);
                account(line, request.isPresent(), accounting);
                yield request.isPresent()
                        ? Optional.of(access(line, request.get(), bytes, length, latePart))
                        : asked(line, latePart);
            }
        };
    }

    private static void account(LogLine line, boolean ofDataset, Accounting accounting) {
        var filter = filter(line, ofDataset);
        if (filter == null) {
            accounting.accepted();
        } else {
            accounting.filtered(filter);
        }
    }

    /** Why a line is not accepted that nobody excludes; null where it is. */
    static Accounting.@Nullable Filter filter(LogLine line, boolean ofDataset) {
        if (!line.method.is("GET")) {
            return Accounting.Filter.METHOD;
        }
        if (line.status != 200 && line.status != 304) {
            return Accounting.Filter.STATUS;
        }
        return ofDataset ? null : Accounting.Filter.NOT_DATASET;
    }

    private Optional<Read> asked(LogLine line, String latePart) throws InterruptedException {
        // Most robots are known at once, and they ask for much that is not there.
        var wanted = agents.classify(line.agent).accessClass() == AccessClass.ROBOT
                ? Optional.<Wanted>empty()
                : demands.read(line);
        if (wanted.isEmpty() || SpamSites.isSpam(line.referrer.text())) {
            return Optional.empty();
        }
        var one = wanted.get();
        var day = day(line);
        return Optional.of(new Asked(
                one,
                secret.hash("demand", one.kind() + "/" + one.what()),
                day,
                day(day, latePart).pseudonyms.visitor(line)));
    }

    /** The log day. Most lines are of the one before; to make a date of a number costs more than it seems, as IsoText tells. */
    private LocalDate day(LogLine line) {
        long day = Math.floorDiv(line.second, DAY_SECONDS);
        if (day != lastDayNumber) {
            lastDay = LocalDate.ofEpochDay(day);
            lastDayNumber = day;
        }
        return lastDay;
    }

    private Accessed access(LogLine line, DatasetRequest request, byte[] bytes, int length, String latePart)
            throws InterruptedException {
        var day = day(line);
        var hand = day(day, latePart);
        var agent = agents.classify(line.agent);
        boolean calls = agent.accessClass() != AccessClass.ROBOT
                && line.method.is("GET")
                && (line.status == 200 || line.status == 304);
        var site = calls && agent.accessClass() == AccessClass.PERSON
                ? cameFrom(line.referrer).orElse(null)
                : null;
        var token = calls ? tokens.of(line).orElse(null) : null;
        var access = new DatasetAccessed(
                hand.pseudonyms.visitor(line),
                request.dataset(),
                line.time(),
                agent.accessClass(),
                agent.tool(),
                request.kind(),
                method(line),
                line.status,
                day,
                hand.part,
                hand.pseudonyms.line(bytes, 0, length),
                hand.pseudonyms.url(line),
                agents.lists(),
                site == null ? null : sites.hash(site),
                token);
        return new Accessed(access, site, token);
    }

    private Optional<String> cameFrom(Slice referrer) {
        long hash = cameFrom.hash(referrer.bytes, referrer.from, referrer.to);
        var known = cameFrom.get(hash);
        return known == null ? cameFrom.put(hash, ReferringSite.of(referrer.text(), portalHosts)) : known;
    }

    /** Anybody may send a word of theirs as a method, so only those that HTTP knows are repeated. */
    private static String method(LogLine line) {
        if (line.method.is(USUAL_METHOD)) {
            return USUAL_METHOD;
        }
        for (var known : METHODS) {
            if (line.method.is(known)) {
                return known;
            }
        }
        return OTHER_METHOD;
    }

    private Day day(LocalDate date, String latePart) throws InterruptedException {
        var day = days.get(date);
        if (day == null || !day.part.equals(DaySalts.OPEN_PART) && !day.part.equals(latePart)) {
            if (days.size() >= DAYS_AT_HAND) {
                days.clear();
            }
            var salt = salts.of(date, latePart);
            day = new Day(salt.part(), new Pseudonyms(salt.bytes()));
            days.put(date, day);
        }
        return day;
    }
}
