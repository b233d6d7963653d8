package sightings.ingest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
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
import sightings.ingest.ExpectedCounts.Hit;

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
    private final ExpectedCounts counts = new ExpectedCounts();
    private final Set<String> written = new HashSet<>();
    private long accepted;

    /** Draws a log of so many requests, some of which take several lines, over some days. */
    public PortalLog(int count, LocalDate first, int days, long seed) {
        random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            ids.add("%04x-%04x".formatted(0xa000 + i, 0xb000 + i * 7));
        }
        for (int i = 0; i < count; i++) {
            request(first.plusDays((long) i * days / count));
        }
    }

    private void request(LocalDate day) {
        if (random.nextInt(20) == 0) {
            lines.add(List.of("", "no line at all", "192.0.2.1 - - [cut").get(random.nextInt(3)));
            return;
        }
        var time = day.atTime(random.nextInt(23), random.nextInt(60), random.nextInt(60))
                .toInstant(ZoneOffset.UTC);
        var agent = AGENTS.get(random.nextInt(AGENTS.size()));
        var address = random.nextBoolean() ? "192.0.2." + random.nextInt(30) : "2001:db8::" + random.nextInt(30);
        if (random.nextInt(4) == 0) {
            write(time, address, agent, "/browse?q=" + random.nextInt(1000), 200);
            return;
        }
        var request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        var id = ids.get(random.nextInt(ids.size()));
        var hit = new Hit(
                time,
                address + agent.text,
                id,
                request.target.formatted(id),
                agent.accessClass,
                agent.tool,
                request.kind,
                200);
        switch (random.nextInt(10)) {
            case 0 -> write(hit.answered(404), address, agent);
            case 1 -> write(hit.answered(304), address, agent);
            case 2 -> write(hit.answered(302), address, agent);
            case 3 -> writeAgain(hit.answered(206), address, agent, 2_000);
            case 4, 5 -> writeAgain(hit, address, agent, 45);
            default -> write(hit, address, agent);
        }
    }

    /** The same some more times, each at most so many seconds after the one before. */
    private void writeAgain(Hit hit, String address, Agent agent, int within) {
        var each = hit;
        for (int i = random.nextInt(4); i >= 0; i--) {
            write(each, address, agent);
            each = each.at(each.time().plusSeconds(random.nextInt(within)));
        }
    }

    private void write(Hit hit, String address, Agent agent) {
        var line = write(hit.time(), address, agent, hit.target(), hit.status());
        if (hit.status() == 200 || hit.status() == 304) {
            accepted++;
        }
        if (written.add(line)) {
            counts.add(hit);
        }
    }

    private String write(Instant time, String address, Agent agent, String target, int status) {
        var line = "%s - - [%s] \"GET %s HTTP/1.1\" %d %d \"-\" \"%s\""
                .formatted(address, STAMP.format(time), target, status, random.nextInt(100_000), agent.text);
        lines.add(line);
        return line;
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
        return counted(counts.expected());
    }

    /** The same of what the service counted. */
    public static Map<String, String> counted(List<? extends Event> usage) {
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
