package sightings.local.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws the lines of visits by lot; the same random numbers give the same lines. */
final class LogDay {

    /** Working days by hour, local time: how many of a hundred people come then. */
    private static final int[] PEOPLE = {1, 1, 1, 1, 1, 1, 2, 3, 5, 8, 9, 9, 7, 8, 9, 8, 7, 5, 4, 3, 3, 2, 1, 1};

    private static final String LETTERS = "23456789abcdefghijkmnpqrstuvwxyz";

    /** Made up, as if a link on some page still led there. */
    private static final String FORMER = "w7xk-2m4d";

    private static final List<String> SOUGHT =
            List.of("noise measurements", "tree canopy cover", "public restroom hours", "sidewalk snow plowing");

    private final SampleCity city;
    private final Popularity popularity;
    private final Random random;
    private final List<LogLine> lines = new ArrayList<>();

    LogDay(SampleCity city, Popularity popularity, Random random) {
        this.city = city;
        this.popularity = popularity;
        this.random = random;
    }

    List<LogLine> lines() {
        return lines.stream().sorted().toList();
    }

    void everything(LocalDate day, LocalDate end) {
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        double growth = 1 + 0.25 * (day.toEpochDay() - end.toEpochDay() + 182) / 182.0;
        visits(about((weekend ? 26 : 48) * growth), day, this::person);
        visits(about((weekend ? 12 : 17) * growth), day, this::tool);
        visits(about(14), day, this::robot);
        visits(about((weekend ? 3 : 5) * growth * growth), day, this::aiAgent);
        visits(weekend ? 1 : 2, day, this::fromSite);
        visits(about(2), day, this::nothingThere);
        scheduled(day);
        // Last, so that what was drawn before stays the same.
        for (var site : city.referrers()) {
            visits(site.daily() > 0 ? about(site.daily() * growth) : 0, day, time -> onSite(site, time));
        }
        lookInVain(day);
    }

    private interface Visit {
        void at(Instant time);
    }

    private void visits(int count, LocalDate day, Visit visit) {
        for (int i = 0; i < count; i++) {
            visit.at(moment(day));
        }
    }

    private int about(double count) {
        return (int) Math.round(count * (0.85 + 0.3 * random.nextDouble()));
    }

    private Instant moment(LocalDate day) {
        int drawn = random.nextInt(100);
        int hour = 0;
        while (hour < 23 && drawn >= PEOPLE[hour]) {
            drawn -= PEOPLE[hour++];
        }
        return day.atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(LogLine.ZONE)
                .toInstant();
    }

    /** Somebody with a browser: looks at a page or two and may download. */
    void person(Instant time) {
        var who = address();
        var agent = any(Agents.BROWSERS);
        var at = time;
        if (random.nextInt(5) == 0) {
            page(at, who, "/browse?q=" + any(List.of("crime", "permits", "311", "ward", "parks")), "-", agent);
            at = later(at, 40);
        }
        int pages = 1 + random.nextInt(2);
        for (int i = 0; i < pages; i++) {
            var dataset = popularity.draw(random);
            page(at, who, landing(dataset), "-", agent);
            if (random.nextInt(3) > 0) {
                at = later(at, 60);
                download(at, who, dataset, "https://" + SampleCity.HOST + landing(dataset), agent);
                if (random.nextInt(12) == 0) {
                    download(later(at, 20), who, dataset, "https://" + SampleCity.HOST + landing(dataset), agent);
                }
            }
            at = later(at, 120);
        }
    }

    private void page(Instant at, String who, String path, String referrer, String agent) {
        add(at, who, path, random.nextInt(15) == 0 ? 304 : 200, 9_000 + random.nextInt(40_000), referrer, agent);
    }

    private void download(Instant at, String who, CityDataset dataset, String referrer, String agent) {
        var path = any(List.of(
                "/api/views/%s/rows.csv?accessType=DOWNLOAD",
                "/api/views/%s/rows.csv?accessType=DOWNLOAD&bom=true&format=true",
                "/api/views/%s/rows.json?accessType=DOWNLOAD",
                "/api/geospatial/%s?method=export&format=GeoJSON"));
        add(at, who, path.formatted(dataset.id()), 200, 20_000 + random.nextInt(4_000_000), referrer, agent);
    }

    /** A script, a spreadsheet or a map program: often several pages of one dataset. */
    void tool(Instant time) {
        tool(time, address(), any(Agents.TOOLS), popularity.draw(random), 1 + random.nextInt(4));
    }

    private void tool(Instant time, String who, String agent, CityDataset dataset, int pages) {
        var at = time;
        for (int page = 0; page < pages; page++) {
            var path = "/resource/%s.json?$limit=1000&$offset=%d".formatted(dataset.id(), page * 1000);
            if (agent.contains("QGIS")) {
                path = "/resource/%s.geojson?$limit=1000&$offset=%d".formatted(dataset.id(), page * 1000);
            } else if (agent.contains("Mashup") || agent.contains("Excel")) {
                path = "/api/odata/v4/%s?$skip=%d".formatted(dataset.id(), page * 1000);
            } else if (agent.startsWith("curl") || agent.startsWith("Wget")) {
                path = "/api/views/%s/rows.csv?accessType=DOWNLOAD".formatted(dataset.id());
            } else if (agent.startsWith("node") && random.nextBoolean()) {
                path = "/api/v3/views/%s/query.json".formatted(dataset.id());
            }
            if (random.nextInt(10) == 0) {
                path += (path.contains("?") ? "&" : "?") + "$$app_token=madeUpTokenOfTheSample0" + random.nextInt(3);
            }
            add(at, who, path, random.nextInt(60) == 0 ? 429 : 200, 5_000 + random.nextInt(900_000), "-", agent);
            at = later(at, 4);
        }
    }

    /** Programs that come each day at the same time from the same place. */
    private void scheduled(LocalDate day) {
        var popular = city.datasets().values().stream()
                .sorted(java.util.Comparator.comparingLong(CityDataset::views).reversed())
                .limit(36)
                .toList();
        for (int job = 0; job < 12; job++) {
            var at = day.atTime(job / 2 + 1, job * 5 % 60, random.nextInt(20))
                    .atZone(LogLine.ZONE)
                    .toInstant();
            var agent = Agents.TOOLS.get(job * 5 % Agents.TOOLS.size());
            tool(at, "203.0.113." + (10 + job), agent, popular.get(job * 3), 2 + job % 3);
        }
    }

    void robot(Instant time) {
        var at = time;
        var agent = any(Agents.ROBOTS);
        var who = "198.51.100." + (200 + Math.floorMod(agent.hashCode(), 50));
        int pages = 1 + random.nextInt(4);
        if (random.nextInt(6) == 0) {
            add(at, who, "/robots.txt", 200, 240, "-", agent);
        }
        for (int page = 0; page < pages; page++) {
            var dataset = any(List.copyOf(city.datasets().values()));
            add(at, who, landing(dataset), 200, 9_000 + random.nextInt(40_000), "-", agent);
            at = later(at, 30);
        }
    }

    /** A program that fetches for a person who asked it something. */
    void aiAgent(Instant time) {
        var dataset = popularity.draw(random);
        var path = random.nextBoolean() ? landing(dataset) : "/resource/" + dataset.id() + ".json?$limit=50";
        add(time, address(), path, 200, 8_000 + random.nextInt(60_000), "-", any(Agents.AI_AGENTS));
    }

    private void fromSite(Instant time) {
        var site = any(city.referrers());
        var dataset = any(site.datasets());
        var who = address();
        var agent = any(Agents.BROWSERS);
        add(time, who, "/d/" + dataset, 302, 0, site.page(), agent);
        var known = city.datasets().get(dataset);
        if (known != null) {
            page(later(time, 2), who, landing(known), site.page(), agent);
        }
    }

    /** Somebody looks at a site whose pages load data from the portal. */
    private void onSite(Referrer site, Instant time) {
        var who = address();
        var agent = any(Agents.BROWSERS);
        var at = time;
        int views = 1 + random.nextInt(3);
        for (int view = 0; view < views; view++) {
            var path = "/resource/%s.json?$limit=500&$offset=%d".formatted(any(site.datasets()), view * 500);
            add(at, who, path, 200, 9_000 + random.nextInt(90_000), site.page(), agent);
            at = later(at, 90);
        }
    }

    /** Old addresses, typing errors, and what is no request at all. */
    private void nothingThere(Instant time) {
        switch (random.nextInt(4)) {
            case 0 -> add(time, address(), "/resource/" + unknown() + ".json", 404, 180, "-", any(Agents.TOOLS));
            case 1 -> add(time, address(), "/d/" + unknown(), 404, 9_100, "-", any(Agents.BROWSERS));
            case 2 -> lines.add(new LogLine(time, address(), "\\x16\\x03\\x01\\x02", 400, 226, "-", "-"));
            default -> lines.add(new LogLine(time, address(), "GET /resource/", 400, 0, "-", "cut \" off"));
        }
    }

    /** People look for what the portal does not have, or no longer where a link says: often several for the same on one day. */
    private void lookInVain(LocalDate day) {
        var sought = random.nextInt(3) == 0 ? FORMER : any(SOUGHT);
        visits(random.nextInt(4), day, time -> inVain(sought, time));
    }

    private void inVain(String sought, Instant time) {
        var who = address();
        var agent = any(Agents.BROWSERS);
        if (sought.equals(FORMER)) {
            add(time, who, "/d/" + FORMER, 404, 9_100, "-", agent);
        } else {
            page(time, who, "/browse?q=" + sought.replace(' ', '+'), "-", agent);
        }
    }

    private String unknown() {
        var id = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            id.append(i == 4 ? '-' : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return city.datasets().containsKey(id.toString()) ? "zzzz-zzzz" : id.toString();
    }

    private void add(Instant at, String who, String path, int status, long bytes, String referrer, String agent) {
        lines.add(
                new LogLine(at, who, "GET " + path + " HTTP/1.1", status, status == 304 ? 0 : bytes, referrer, agent));
    }

    private static String landing(CityDataset dataset) {
        return dataset.link().substring(("https://" + SampleCity.HOST).length());
    }

    /** One of the addresses that are set aside for documentation; nobody has them. */
    private String address() {
        return switch (random.nextInt(5)) {
            case 0 -> "192.0.2." + (1 + random.nextInt(254));
            case 1 -> "198.51.100." + (1 + random.nextInt(199));
            case 2 -> "203.0.113." + (30 + random.nextInt(224));
            default -> "2001:db8:%x:%x::%x".formatted(random.nextInt(40), random.nextInt(60), 1 + random.nextInt(3));
        };
    }

    private Instant later(Instant time, int atMost) {
        return time.plus(1L + random.nextInt(atMost), ChronoUnit.SECONDS);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
