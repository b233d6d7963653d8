package sightings.showcase.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.Area;
import sightings.event.EntryId;
import sightings.event.Outcome;
import sightings.event.ProblemStatement;
import sightings.event.SourceReported;
import sightings.event.Story;
import sightings.event.Texts;
import sightings.event.UseType;
import sightings.evidence.Grade;
import sightings.evidence.Maker;
import sightings.evidence.Method;
import sightings.evidence.Place;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.evidence.Verification;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.entries.EntryStatus;
import sightings.showcase.entries.ProblemStatementDocument;
import sightings.showcase.entries.ProblemStatementFilter;
import sightings.showcase.entries.ProblemStatementQueries;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.IndexAway;
import sightings.showcase.index.Page;
import sightings.showcase.index.Slice;
import sightings.showcase.index.Versioned;
import sightings.showcase.projection.ProjectionStatus;
import sightings.showcase.sources.LogFiles;
import sightings.showcase.sources.SourceQueries;
import sightings.showcase.usage.CallQueries;
import sightings.showcase.usage.CallSeries;
import sightings.showcase.usage.DatasetRise;
import sightings.showcase.usage.DatasetUsage;
import sightings.showcase.usage.Profile;
import sightings.showcase.usage.ProfileWeek;
import sightings.showcase.usage.PublicCount;
import sightings.showcase.usage.UsageQueries;
import sightings.showcase.usage.UsageSeries;
import sightings.showcase.usage.UsageSeries.Part;
import sightings.showcase.usage.UsageSeries.ToolCount;
import sightings.showcase.usage.WeekTotal;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.DatasetUses;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.PowerUser;
import sightings.showcase.uses.SightingDocument;
import sightings.showcase.uses.StoryFacets;
import sightings.showcase.uses.StoryFacets.Facet;
import sightings.showcase.uses.StoryFilter;
import sightings.showcase.uses.UseCounts;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.uses.UseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample city's stories, datasets and problem statements in memory, for tests of how pages show them. */
final class SampleCity {

    /** What the city has. */
    enum State {
        FULL,
        EMPTY,
        AWAY
    }

    static final Path FILES = Path.of("..", "sample-city");
    static final Path BOUNDARIES = FILES.resolve("community-areas.geojson");

    /** A dataset that the portal has no longer. */
    static final String GONE = "zuxi-7xem";

    /** A dataset that nobody used. */
    static final String UNUSED = "22u3-xenr";

    private static final Instant NOW = Instant.parse("2026-11-20T16:00:00Z");

    private final Map<DatasetId, DatasetDocument> datasets = new LinkedHashMap<>();
    private final Map<UseId, UseDocument> uses = new LinkedHashMap<>();
    private final List<ProblemStatementDocument> problems = new ArrayList<>();
    private State state = State.FULL;
    private Duration behind = Duration.ZERO;

    SampleCity() {
        lines("catalogue.jsonl").forEach(this::addDataset);
        withdraw(new DatasetId(GONE));
        lines("stories.jsonl").stream()
                .filter(line -> line.path("repository").asString().contains("/"))
                .forEach(this::addStory);
        addProblems();
    }

    /** The city is as it says from now on. */
    void become(State next) {
        state = next;
    }

    /** The documents are this old. */
    void fallBehind(Duration age) {
        behind = age;
    }

    /** A story of which no log knows anything. */
    UseId lastStory() {
        return published().getLast().id();
    }

    /** The first story's id. */
    UseId firstStory() {
        return uses.keySet().iterator().next();
    }

    /** Shows this too. */
    void add(UseDocument use) {
        uses.put(use.id(), use);
    }

    UseDocument use(UseId id) {
        return uses.get(id);
    }

    private boolean there() {
        if (state == State.AWAY) {
            throw new IndexAway("Elasticsearch is away", new IOException("refused"));
        }
        return state == State.FULL;
    }

    private static List<JsonNode> lines(String file) {
        try {
            return Files.readAllLines(FILES.resolve(file)).stream()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void withdraw(DatasetId id) {
        datasets.computeIfPresent(
                id,
                (_, document) -> new DatasetDocument(
                        id,
                        document.dataset() == null ? null : document.dataset().goneSince(LocalDate.of(2026, 10, 30)),
                        NOW));
    }

    private void addDataset(JsonNode line) {
        var id = new DatasetId(line.path("id").asString());
        var link = line.path("link").asString("https://data.cityofchicago.org/d/" + id.value());
        var base = "https://data.cityofchicago.org/resource/" + id.value();
        var dataset = new Dataset(
                id,
                "data.cityofchicago.org",
                line.path("name").asString(id.value()),
                "A table of the category " + line.path("category").asString("other") + " with "
                        + line.path("columnCount").asInt(5) + " columns.",
                link,
                line.path("category").asString(null),
                List.of(),
                line.path("owner").asString(null),
                "https://www.chicago.gov/city/en/narr/foia/data_disclaimer.html",
                Instant.parse(line.path("updatedAt").asString("2022-01-01T00:00:00Z")),
                List.of(new Download("CSV", base + ".csv"), new Download("JSON", base + ".json")),
                List.of());
        datasets.put(id, new DatasetDocument(id, dataset, NOW));
    }

    private void addStory(JsonNode line) {
        var repository = line.path("repository").asString();
        var subject = SubjectId.github(1_000_000_000L + Math.abs(repository.hashCode()));
        var ids = new ArrayList<DatasetUse>();
        for (int i = 0; i < line.path("datasets").size(); i++) {
            var grade = i == 0 ? Grade.USE : i == 1 ? Grade.REFERENCE : i == 2 ? null : Grade.MENTION;
            ids.add(new DatasetUse(new DatasetId(line.path("datasets").path(i).asString()), grade, 2));
        }
        var story = new Story(
                texts(line, "title"),
                texts(line, "summary"),
                texts(line, "body"),
                UseType.valueOf(line.path("type").asString()),
                line.hasNonNull("area")
                        ? new Area(
                                line.path("area").asString(),
                                line.path("lon").asDouble(),
                                line.path("lat").asDouble())
                        : null,
                List.of());
        var owner = repository.substring(0, repository.indexOf('/'));
        var about = new Subject(
                subject,
                Subject.Kind.REPOSITORY,
                repository,
                null,
                "https://github.com/" + repository,
                null,
                Maker.organisation(owner, "https://github.com/" + owner),
                "MIT",
                "R",
                List.of("open-data", "chicago"),
                NOW);
        add(use(UseId.of(subject), about, UseStatus.PUBLISHED, story, ids));
    }

    /** This story as one that staff merged into another use. */
    static UseDocument merged(UseDocument story, UseId into) {
        return use(story.id(), story.about(), UseStatus.MERGED, story.story(), story.datasets(), into);
    }

    /** A use in this state. */
    static UseDocument use(
            UseId id, Subject about, UseStatus status, @Nullable Story story, List<DatasetUse> datasets) {
        return use(id, about, status, story, datasets, null);
    }

    private static UseDocument use(
            UseId id,
            Subject about,
            UseStatus status,
            @Nullable Story story,
            List<DatasetUse> datasets,
            @Nullable UseId into) {
        return new UseDocument(
                id,
                about,
                status,
                1,
                story,
                null,
                null,
                NOW,
                NOW,
                List.of(),
                datasets,
                Grade.USE,
                List.of("github"),
                datasets.size(),
                NOW,
                NOW,
                50,
                List.of(),
                List.of(),
                into,
                List.of(),
                null);
    }

    private void addProblems() {
        try (var reader = Files.newBufferedReader(FILES.resolve("problem-statements.csv"))) {
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            for (CSVRecord row : format.parse(reader)) {
                problems.add(problem(row, problems.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemStatementDocument problem(CSVRecord row, int index) {
        var area = row.get("area").isBlank()
                ? null
                : new Area(row.get("area"), Double.parseDouble(row.get("lon")), Double.parseDouble(row.get("lat")));
        boolean open = index != 2;
        var statement = new ProblemStatement(
                row.get("number"),
                texts(row, "title"),
                texts(row, "challenge"),
                texts(row, "why"),
                texts(row, "vision"),
                Arrays.asList(row.get("topics").split(";")),
                Arrays.stream(row.get("datasets").split(";"))
                        .map(DatasetId::new)
                        .toList(),
                area,
                row.get("contact"),
                row.get("contact_url"),
                row.get("licence"),
                ProblemStatement.Difficulty.valueOf(row.get("difficulty").toUpperCase(java.util.Locale.ROOT)),
                LocalDate.parse(row.get("opens_at")),
                null);
        return new ProblemStatementDocument(
                new EntryId("0190-" + index),
                statement,
                open ? EntryStatus.OPEN : EntryStatus.CLOSED,
                2,
                open ? null : Outcome.SOLVED,
                open ? null : "Two teams of one hack night published a method.",
                NOW,
                NOW,
                List.of());
    }

    private static Texts texts(JsonNode line, String name) {
        return Texts.of(Map.of(
                "en",
                line.path(name + "_en").asString(""),
                "es",
                line.path(name + "_es").asString("")));
    }

    private static Texts texts(CSVRecord row, String name) {
        return Texts.of(Map.of("en", row.get(name + "_en"), "es", row.get(name + "_es")));
    }

    private static <T> Page<T> page(List<T> all, int page, int size) {
        var items = all.stream().skip((page - 1L) * size).limit(size).toList();
        return new Page<>(items, all.size(), page, size);
    }

    private List<UseDocument> published() {
        return there() ? uses.values().stream().filter(UseDocument::isPublic).toList() : List.of();
    }

    /** The questions about uses. */
    UseQueries useQueries() {
        return new UseQueries() {

            @Override
            public Page<UseDocument> stories(StoryFilter filter, int page, int size) {
                return SampleCity.page(matching(filter), page, size);
            }

            private List<UseDocument> matching(StoryFilter filter) {
                return published().stream()
                        .filter(use -> filter.text() == null
                                || use.story().title().in(filter.language()).contains(filter.text()))
                        .filter(use -> filter.types().isEmpty()
                                || filter.types().contains(use.story().type()))
                        .filter(use -> filter.datasets().isEmpty()
                                || use.datasetIds().stream().anyMatch(filter.datasets()::contains))
                        .filter(use -> filter.areas().isEmpty()
                                || use.story().area() != null
                                        && filter.areas()
                                                .contains(use.story().area().name()))
                        .toList();
            }

            @Override
            public StoryFacets facets(StoryFilter filter) {
                return new StoryFacets(
                        count(use -> List.of(use.story().type())),
                        count(use -> use.about().topics()),
                        count(UseDocument::datasetIds),
                        count(use -> use.story().area() == null
                                ? List.of()
                                : List.of(use.story().area().name())));
            }

            private <T> List<Facet<T>> count(Function<UseDocument, List<T>> values) {
                return published().stream()
                        .flatMap(use -> values.apply(use).stream())
                        .collect(Collectors.groupingBy(value -> value, LinkedHashMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> new Facet<>(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing((Facet<T> facet) -> -facet.count()))
                        .limit(12)
                        .toList();
            }

            @Override
            public Slice<UseDocument> storiesAfter(StoryFilter filter, @Nullable Cursor after, int size) {
                return new Slice<>(matching(filter), null);
            }

            @Override
            public List<UseDocument> storiesWithPlace(StoryFilter filter) {
                return matching(filter).stream()
                        .filter(use -> use.story().area() != null)
                        .toList();
            }

            @Override
            public Optional<UseDocument> story(UseId id) {
                return published().stream().filter(use -> use.id().equals(id)).findFirst();
            }

            @Override
            public List<UseDocument> related(UseDocument story, int size) {
                return published().stream()
                        .filter(use -> !use.id().equals(story.id()))
                        .filter(use -> use.datasetIds().stream().anyMatch(story.datasetIds()::contains))
                        .limit(size)
                        .toList();
            }

            @Override
            public Map<DatasetId, Long> storiesOf(Collection<DatasetId> ids) {
                return published().stream()
                        .flatMap(use -> use.datasetIds().stream())
                        .filter(ids::contains)
                        .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
            }

            @Override
            public List<DatasetUses> mostUsed(int size) {
                return storiesOf(datasets.keySet()).entrySet().stream()
                        .map(entry -> new DatasetUses(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing((DatasetUses each) -> -each.published())
                                .thenComparing(DatasetUses::dataset))
                        .limit(size)
                        .toList();
            }

            @Override
            public List<PowerUser> powerUsers() {
                var byMaker = published().stream()
                        .filter(use -> use.about().maker() != null)
                        .collect(Collectors.groupingBy(
                                use -> use.about().maker().name(), TreeMap::new, Collectors.toList()));
                return byMaker.entrySet().stream()
                        .map(entry -> new PowerUser(
                                entry.getKey(),
                                "https://github.com/" + entry.getKey(),
                                entry.getValue().stream().map(UseDocument::id).toList(),
                                entry.getValue().stream()
                                        .flatMap(use -> use.datasetIds().stream())
                                        .distinct()
                                        .toList(),
                                NOW))
                        .toList();
            }

            @Override
            public UseCounts counts() {
                return there() ? new UseCounts(34, published().size(), 3, 412, 120) : new UseCounts(0, 0, 0, 0, 0);
            }

            @Override
            public Optional<Versioned<UseDocument>> byId(UseId id) {
                there();
                return Optional.ofNullable(uses.get(id)).map(use -> new Versioned<>(use, 1));
            }

            @Override
            public Optional<UseDocument> at(URI address) {
                return uses.values().stream()
                        .filter(use -> use.about().url().equals(address.toString()))
                        .findFirst();
            }

            @Override
            public Page<UseDocument> inbox(InboxFilter filter, int page, int size) {
                return SampleCity.page(List.of(), page, size);
            }

            @Override
            public List<SightingDocument> sightings(UseDocument use, int size) {
                return use.datasets().stream()
                        .filter(each -> each.grade() != null)
                        .map(each -> sighting(use, each))
                        .toList();
            }

            @Override
            public Page<SightingDocument> withdrawn(UseId id, int size) {
                return new Page<>(List.of(), 0, 1, size);
            }

            @Override
            public Map<String, Long> findsBySource() {
                return Map.of();
            }

            @Override
            public List<UseDocument> twins(UseDocument use) {
                return List.of();
            }

            @Override
            public List<UseDocument> lastDecided(int size) {
                return List.of();
            }
        };
    }

    private static SightingDocument sighting(UseDocument use, DatasetUse each) {
        var place = new Place(use.about().url() + "/blob/main/load.R", "load.R", 12);
        var id = SightingId.of(use.about().id(), place, each.id());
        var sighting = new Sighting(
                id,
                each.id(),
                place,
                Grade.USE,
                Method.URL,
                Verification.HOST_AND_ID,
                0.9,
                "a line",
                new SourceId("github"),
                NOW,
                null,
                "socrata-resource@1",
                CatalogueVersion.NONE);
        return new SightingDocument(id, use.id(), each.id(), 10, NOW, sighting, null, null, null, null);
    }

    /** The questions about datasets. */
    DatasetQueries datasetQueries() {
        return new DatasetQueries() {

            private List<DatasetDocument> all() {
                return there() ? List.copyOf(datasets.values()) : List.of();
            }

            @Override
            public Optional<DatasetDocument> byId(DatasetId id) {
                return all().stream().filter(each -> each.id().equals(id)).findFirst();
            }

            @Override
            public Map<DatasetId, DatasetDocument> byIds(Collection<DatasetId> ids) {
                Set<DatasetId> wanted = new LinkedHashSet<>(ids);
                return all().stream()
                        .filter(each -> wanted.contains(each.id()))
                        .collect(Collectors.toMap(DatasetDocument::id, each -> each));
            }

            @Override
            public Page<DatasetDocument> search(@Nullable String text, @Nullable String category, int page, int size) {
                return SampleCity.page(
                        all().stream()
                                .filter(each -> text == null || each.title().contains(text))
                                .filter(each -> category == null || category.equals(each.category()))
                                .sorted(Comparator.comparing(DatasetDocument::title))
                                .toList(),
                        page,
                        size);
            }

            @Override
            public List<Category> categories() {
                return all().stream()
                        .filter(each -> each.category() != null)
                        .collect(Collectors.groupingBy(DatasetDocument::category, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> new Category(entry.getKey(), entry.getValue()))
                        .toList();
            }

            @Override
            public long count() {
                return all().size();
            }
        };
    }

    /** The questions about problem statements. */
    ProblemStatementQueries problemQueries() {
        return new ProblemStatementQueries() {

            private List<ProblemStatementDocument> all() {
                return there() ? problems : List.of();
            }

            @Override
            public Page<ProblemStatementDocument> published(ProblemStatementFilter filter, int page, int size) {
                return SampleCity.page(
                        all().stream()
                                .filter(each -> filter.status().isEmpty()
                                        || filter.status().contains(each.status()))
                                .filter(each -> filter.topics().isEmpty()
                                        || each.statement().topics().stream().anyMatch(filter.topics()::contains))
                                .filter(each -> filter.text() == null
                                        || each.statement()
                                                .title()
                                                .in(filter.language())
                                                .contains(filter.text()))
                                .toList(),
                        page,
                        size);
            }

            @Override
            public List<Topic> topics() {
                return all().stream()
                        .flatMap(each -> each.statement().topics().stream())
                        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(entry -> new Topic(entry.getKey(), entry.getValue()))
                        .toList();
            }

            @Override
            public Slice<ProblemStatementDocument> publishedAfter(
                    ProblemStatementFilter filter, @Nullable Cursor after, int size) {
                return new Slice<>(all(), null);
            }

            @Override
            public Optional<ProblemStatementDocument> published(String numberOrId) {
                return all().stream()
                        .filter(each -> each.statement().number().equals(numberOrId))
                        .findFirst();
            }

            @Override
            public long open() {
                return all().stream()
                        .filter(each -> each.status() == EntryStatus.OPEN)
                        .count();
            }

            @Override
            public Optional<Versioned<ProblemStatementDocument>> byId(EntryId id) {
                return Optional.empty();
            }

            @Override
            public Page<ProblemStatementDocument> all(ProblemStatementFilter filter, int page, int size) {
                return published(filter, page, size);
            }

            @Override
            public boolean isTaken(String number) {
                return false;
            }

            @Override
            public Optional<String> highestNumber(String prefix) {
                return Optional.empty();
            }
        };
    }

    /** Only the first story is called: two full weeks, one of few visitors, and the present one. */
    CallQueries callQueries() {
        return (ids, address) -> {
            if (!there() || !ids.contains(firstStory())) {
                return new CallSeries(List.of());
            }
            var monday = LocalDate.of(2026, 11, 2);
            return new CallSeries(List.of(
                    new CallSeries.Week(monday, false, new PublicCount.FewerThan(5), 0, 0),
                    new CallSeries.Week(monday.plusWeeks(1), false, new PublicCount.AtLeast(1_240), 6, 4),
                    new CallSeries.Week(monday.plusWeeks(2), true, new PublicCount.AtLeast(310), 0, 0)));
        };
    }

    /** The questions about usage. */
    UsageQueries usageQueries() {
        return new UsageQueries() {

            @Override
            public UsageSeries series(DatasetId dataset, Profile profile) {
                int size = Math.floorMod(dataset.hashCode(), 400) + 20;
                boolean some = there()
                        && !dataset.value().equals(UNUSED)
                        && (profile == Profile.DOWNLOADS || dataset.value().startsWith("i"));
                var weeks = IntStream.range(0, WEEKS)
                        .mapToObj(week -> week(week, some ? size : 0, profile))
                        .toList();
                var tools = some && profile == Profile.DOWNLOADS
                        ? List.of(
                                new ToolCount(AccessClass.TOOL, "QGIS", new PublicCount.AtLeast(size * 10L)),
                                new ToolCount(AccessClass.TOOL, "pandas", new PublicCount.AtLeast(size * 4L)),
                                new ToolCount(AccessClass.TOOL, "-", new PublicCount.AtLeast(50)),
                                new ToolCount(AccessClass.TOOL, null, new PublicCount.AtLeast(25)))
                        : List.<ToolCount>of();
                return new UsageSeries(weeks, new PublicCount.AtLeast(some ? size * 57L : 0), tools);
            }

            private UsageSeries.Week week(int week, int size, Profile profile) {
                var monday = LocalDate.of(2026, 5, 25).plusWeeks(week);
                if (size == 0) {
                    return new UsageSeries.Week(monday, false, new PublicCount.Exact(0), Map.of(), List.of());
                }
                long swing = Math.round(size * (1.2 + Math.sin(week * 0.7) * 0.5 + week % 5 * 0.1));
                Map<AccessClass, PublicCount> byClass = new TreeMap<>();
                var parts = new ArrayList<Part>();
                byClass.put(AccessClass.PERSON, new PublicCount.Exact(swing));
                parts.add(new Part(AccessClass.PERSON, AccessKind.DOWNLOAD, new PublicCount.Exact(swing / 2)));
                parts.add(new Part(AccessClass.PERSON, AccessKind.VIEW, new PublicCount.Exact(swing - swing / 2)));
                if (profile == Profile.DOWNLOADS) {
                    byClass.put(AccessClass.TOOL, new PublicCount.Exact(swing / 2));
                    byClass.put(AccessClass.ROBOT, new PublicCount.Exact(swing / 3));
                    byClass.put(AccessClass.AI_AGENT, new PublicCount.FewerThan(5));
                    parts.add(new Part(AccessClass.TOOL, null, new PublicCount.Exact(swing / 2)));
                }
                return new UsageSeries.Week(monday, false, new PublicCount.AtLeast(swing + swing / 2), byClass, parts);
            }

            @Override
            public List<WeekTotal> weekTotals(Profile profile) {
                return IntStream.range(0, WEEKS)
                        .mapToObj(week -> new WeekTotal(
                                LocalDate.of(2026, 5, 25).plusWeeks(week),
                                new PublicCount.AtLeast(Math.round(90 + Math.sin(week * 0.5) * 25) * 100)))
                        .toList();
            }

            @Override
            public List<DatasetUsage> mostUsed(Profile profile, int size) {
                return datasets.keySet().stream()
                        .limit(size)
                        .map(id -> new DatasetUsage(id, new PublicCount.Exact(1200), weekTotals(profile)))
                        .toList();
            }

            @Override
            public List<DatasetRise> rising(int size) {
                return datasets.keySet().stream()
                        .skip(3)
                        .limit(2)
                        .map(id -> new DatasetRise(id, 60, 140, weekTotals(Profile.DOWNLOADS)))
                        .toList();
            }

            @Override
            public Optional<ProfileWeek> compared() {
                if (!there()) {
                    return Optional.empty();
                }
                return Optional.of(new ProfileWeek(
                        LocalDate.of(2026, 11, 9),
                        List.of(new DatasetId("ijzp-q8t2"), new DatasetId(GONE)),
                        side(Map.of(
                                AccessClass.PERSON,
                                new PublicCount.AtLeast(210),
                                AccessClass.ROBOT,
                                new PublicCount.AtLeast(90))),
                        side(Map.of(AccessClass.PERSON, new PublicCount.AtLeast(180))),
                        new PublicCount.AtLeast(120),
                        new PublicCount.AtLeast(95),
                        List.of("crawler-user-agents@1.49.0 own@0a1b2c3d")));
            }

            private ProfileWeek.Side side(Map<AccessClass, PublicCount> byClass) {
                return new ProfileWeek.Side(byClass, new PublicCount.Exact(0), byClass.get(AccessClass.PERSON));
            }

            @Override
            public Map<DatasetId, LocalDate> lastUsed() {
                return Map.of();
            }

            @Override
            public Optional<LocalDate> countedSince() {
                return there() ? Optional.of(LocalDate.of(2026, 5, 25)) : Optional.empty();
            }

            @Override
            public boolean hasAny(Profile profile) {
                return there() && profile == Profile.DOWNLOADS;
            }
        };
    }

    /** How the sources are. */
    SourceQueries sourceQueries() {
        return new SourceQueries() {

            @Override
            public List<SourceReported> all() {
                return there() ? List.of(catalogueReport()) : List.of();
            }

            @Override
            public LogFiles files(SourceId source, int newest) {
                return new LogFiles(List.of(), 0, new LogFiles.Lines(0, 0, 0, 0));
            }
        };
    }

    private SourceReported catalogueReport() {
        return new SourceReported(
                new SourceId("catalogue:data.cityofchicago.org"),
                SourceReported.Kind.CATALOGUE,
                "Catalogue",
                SourceReported.State.OK,
                null,
                NOW,
                NOW,
                datasets.size(),
                0,
                -1,
                Map.of(),
                NOW);
    }

    /** How current the documents are. */
    ProjectionStatus status() {
        return () -> new ProjectionStatus.Snapshot(null, behind, List.of(), null);
    }
}
