package sightings.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.CatalogueHarvested;
import sightings.event.DatasetDescribed;
import sightings.event.Event;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;

/**
 * A portal's access log drawn by lot, the same for the same seed, with what a right count gives: computed from what the
 * lines are written from, not by reading them.
 */
public final class PortalLog {

    static final String HOST = "data.example.gov";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.ofHours(-6));

    private record Agent(String text, AccessClass accessClass, String tool) {}

    private record Request(String target, AccessKind kind) {}

    /** What clicks have in common of which one may be the double of another. */
    private record Click(String id, LocalDate day, String visitor, String target, Agent agent, AccessKind kind) {}

    private static final List<Agent> AGENTS = List.of(
            new Agent(
                    "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", AccessClass.PERSON, "-"),
            new Agent("python-requests/2.32.3", AccessClass.TOOL, "requests"),
            new Agent("Mozilla/5.0 QGIS/33415/Windows 11 Version 2009", AccessClass.TOOL, "QGIS"),
            new Agent(
                    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", AccessClass.ROBOT, "-"),
            new Agent(
                    "Mozilla/5.0 (compatible; ChatGPT-User/1.0; +https://openai.com/bot)",
                    AccessClass.AI_AGENT,
                    "ChatGPT"));

    private static final List<Request> REQUESTS = List.of(
            new Request("/d/%s", AccessKind.VIEW),
            new Request("/Buildings/A-title/%s/about_data", AccessKind.VIEW),
            new Request("/resource/%s.json?$limit=50&$$app_token=SecretToken12345", AccessKind.API),
            new Request("/api/views/%s/rows.csv?accessType=DOWNLOAD", AccessKind.DOWNLOAD));

    private final Random random;
    private final List<String> ids = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Map<UsageCell, Long>> cells = new HashMap<>();
    private final Map<String, Set<String>> visitors = new HashMap<>();
    private final Map<Click, SortedSet<Instant>> clicks = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private long accepted;

    /** Draws a log of so many lines over some days. */
    public PortalLog(int count, LocalDate first, int days, long seed) {
        random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            ids.add("%04x-%04x".formatted(0xa000 + i, 0xb000 + i * 7));
        }
        for (int i = 0; i < count; i++) {
            line(first.plusDays((long) i * days / count));
        }
    }

    private void line(LocalDate day) {
        var time = day.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60))
                .toInstant(ZoneOffset.UTC);
        if (random.nextInt(20) == 0) {
            lines.add(List.of("", "no line at all", "192.0.2.1 - - [cut").get(random.nextInt(3)));
            return;
        }
        var agent = AGENTS.get(random.nextInt(AGENTS.size()));
        var request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        var id = ids.get(random.nextInt(ids.size()));
        var address = random.nextBoolean() ? "192.0.2." + random.nextInt(30) : "2001:db8::" + random.nextInt(30);
        int status = random.nextInt(10) == 0 ? 404 : random.nextInt(10) == 0 ? 304 : 200;
        boolean known = random.nextInt(4) > 0;
        var target = known ? request.target.formatted(id) : "/browse?q=" + random.nextInt(1000);
        var line = "%s - - [%s] \"GET %s HTTP/1.1\" %d %d \"-\" \"%s\""
                .formatted(address, STAMP.format(time), target, status, random.nextInt(100_000), agent.text);
        lines.add(line);
        if (known && status != 404) {
            accepted++;
            if (written.add(line)) {
                count(time, id, agent, request.kind, address);
                if (agent.accessClass != AccessClass.ROBOT) {
                    clicks.computeIfAbsent(
                                    new Click(id, day, address + agent.text, target, agent, request.kind),
                                    _ -> new TreeSet<>())
                            .add(time);
                }
            }
        }
    }

    private void count(Instant time, String id, Agent agent, AccessKind kind, String address) {
        var utc = time.atOffset(ZoneOffset.UTC);
        var key = id + "/" + utc.toLocalDate() + "/" + UsageCounted.DOWNLOADS + "/-";
        var cell = new UsageCell(utc.getHour(), agent.accessClass, agent.tool, kind, 0);
        cells.computeIfAbsent(key, day -> new HashMap<>()).merge(cell, 1L, Long::sum);
        visitors.computeIfAbsent(key, day -> new HashSet<>()).add(address + agent.text);
    }

    /** The lines. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many lines are accepted, repeated ones included. */
    public long accepted() {
        return accepted;
    }

    /** What counts should say under both profiles, by key: cells, visitors and sessions. */
    public Map<String, String> expected() {
        var expected = new TreeMap<String, String>();
        cells.forEach((key, counts) -> expected.put(
                key, text(counted(counts), visitors.getOrDefault(key, Set.of()).size(), List.of())));
        expected.putAll(expectedByTheCode());
        return expected;
    }

    private Map<String, String> expectedByTheCode() {
        var counts = new HashMap<String, Map<UsageCell, Long>>();
        var who = new HashMap<String, Set<String>>();
        var sessions = new HashMap<String, Map<Session, Boolean>>();
        clicks.forEach((click, times) -> {
            var key = click.id + "/" + click.day + "/" + UsageCounted.COUNTER_RD + "/-";
            for (var time : times) {
                var next = times.tailSet(time.plusMillis(1));
                if (next.isEmpty() || next.getFirst().isAfter(time.plusSeconds(30))) {
                    int hour = time.atOffset(ZoneOffset.UTC).getHour();
                    counts.computeIfAbsent(key, _ -> new HashMap<>())
                            .merge(
                                    new UsageCell(hour, click.agent.accessClass, click.agent.tool, click.kind, 0),
                                    1L,
                                    Long::sum);
                    who.computeIfAbsent(key, _ -> new HashSet<>()).add(click.visitor);
                    sessions.computeIfAbsent(key, _ -> new HashMap<>())
                            .merge(
                                    new Session(click.visitor, hour, click.agent.accessClass),
                                    click.kind != AccessKind.VIEW,
                                    Boolean::logicalOr);
                }
            }
        });
        var expected = new TreeMap<String, String>();
        counts.forEach((key, cells) -> expected.put(
                key,
                text(
                        counted(cells),
                        who.getOrDefault(key, Set.of()).size(),
                        unique(sessions.getOrDefault(key, Map.of())))));
        return expected;
    }

    private record Session(String visitor, int hour, AccessClass accessClass) {}

    private static List<UniqueCell> unique(Map<Session, Boolean> sessions) {
        var unique = new HashMap<String, UniqueCell>();
        sessions.forEach((session, requested) -> unique.merge(
                session.hour + " " + session.accessClass,
                new UniqueCell(session.hour, session.accessClass, 1, requested ? 1 : 0),
                (one, other) -> new UniqueCell(
                        one.hour(),
                        one.accessClass(),
                        one.investigations() + other.investigations(),
                        one.requests() + other.requests())));
        return List.copyOf(unique.values());
    }

    private static List<UsageCell> counted(Map<UsageCell, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new UsageCell(
                        each.getKey().hour(),
                        each.getKey().accessClass(),
                        each.getKey().tool(),
                        each.getKey().kind(),
                        each.getValue()))
                .toList();
    }

    /** The same of what the service counted. */
    public static Map<String, String> counted(List<Event> usage) {
        var counted = new TreeMap<String, String>();
        for (var event : usage) {
            var count = (UsageCounted) event;
            counted.put(count.subject(), text(count.cells(), count.visitors(), count.unique()));
        }
        return counted;
    }

    private static String text(List<UsageCell> cells, int visitors, List<UniqueCell> unique) {
        return visitors + " visitors: "
                + cells.stream().map(UsageCell::toString).sorted().toList()
                + unique.stream().map(UniqueCell::toString).sorted().toList();
    }

    /** The catalogue that the log is about. */
    public List<Event> catalogue() {
        var now = Instant.parse("2026-11-01T00:00:00Z");
        var events = new ArrayList<Event>();
        for (var id : ids) {
            var references = List.of(new Reference(Reference.Kind.ID, id, LocalDate.parse("2026-11-01")));
            events.add(new DatasetDescribed(
                    new Dataset(
                            new DatasetId(id),
                            HOST,
                            "Dataset " + id,
                            null,
                            "https://" + HOST + "/d/" + id,
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            List.of(),
                            references),
                    now));
        }
        events.add(new CatalogueHarvested(HOST, new sightings.dataset.CatalogueVersion("test"), ids.size(), now));
        return events;
    }
}
