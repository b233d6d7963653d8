package sightings.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import sightings.dataset.Reference;
import sightings.evidence.GoneReason;
import sightings.evidence.Grade;
import sightings.evidence.Maker;
import sightings.evidence.Method;
import sightings.evidence.Observation;
import sightings.evidence.Place;
import sightings.evidence.RepositoryFacts;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.evidence.Verification;

/** One made-up event of each type, with every field filled. */
final class Examples {

    private static final Instant TIME = Instant.parse("2026-11-02T10:15:30Z");
    private static final DatasetId TREES = new DatasetId("abcd-2345");
    private static final PersonId STAFF = new PersonId("p-1");
    private static final EntryId ENTRY = new EntryId("019a4f6e-0000-7000-8000-000000000001");
    private static final CatalogueVersion VERSION = new CatalogueVersion("cv1");
    private static final SourceId GITHUB = new SourceId("github");
    private static final Subject SUBJECT = new Subject(
            SubjectId.github(42),
            Subject.Kind.REPOSITORY,
            "tree-map",
            "Shows street trees",
            "https://github.com/example/tree-map",
            "https://trees.example.org",
            Maker.organisation("Example Lab", "https://github.com/example"),
            "MIT",
            "Python",
            List.of("maps", "trees"),
            Instant.parse("2026-10-01T00:00:00Z"),
            new RepositoryFacts(
                    "main", "0123456789abcdef0123456789abcdef01234567", false, RepositoryFacts.Stars.UNDER_100, 3, 2));
    private static final UseId USE = UseId.of(SUBJECT.id());
    private static final UseId SITE = UseId.of(new SubjectId("trees.example.org"));
    private static final Place PLACE =
            new Place("https://github.com/example/tree-map/blob/main/trees.py", "trees.py", 7);
    private static final Sighting SIGHTING = new Sighting(
            SightingId.of(SUBJECT.id(), PLACE, TREES),
            TREES,
            PLACE,
            Grade.USE,
            Method.URL,
            Verification.HOST_AND_ID,
            0.99,
            "url = \"https://data.example.gov/resource/abcd-2345.json\"",
            GITHUB,
            TIME,
            Instant.parse("2026-10-01T00:00:00Z"),
            "socrata-resource@1",
            VERSION);

    private static final DatasetAccessed ACCESS = new DatasetAccessed(
            new VisitorId("v1"),
            TREES,
            TIME,
            AccessClass.TOOL,
            "curl",
            AccessKind.DOWNLOAD,
            "GET",
            200,
            LocalDate.parse("2026-11-02"),
            "-",
            "l1",
            "u1",
            "crawler-user-agents@1.49.0 own@0a1b2c3d",
            "00112233aabbccdd",
            "ddccbbaa33221100");

    private Examples() {}

    static List<Event> all() {
        return List.of(
                new DatasetDescribed(dataset(), TIME),
                new CatalogueHarvested("data.example.gov", VERSION, 1, TIME),
                new PlaceObserved(new Observation(
                        GITHUB,
                        new Place(PLACE.url(), "trees.py", null),
                        SUBJECT,
                        TIME,
                        Instant.parse("2026-10-01T00:00:00Z"),
                        "import requests\n",
                        List.of("https://data.example.gov/d/abcd-2345"),
                        false)),
                new PlaceConfirmed(GITHUB, PLACE.url(), TIME),
                new PlaceGone(GITHUB, PLACE.url(), GoneReason.PAGE_REMOVED.with("HTTP status 404"), TIME),
                new UseSighted(USE, SUBJECT, SIGHTING, TIME),
                new SightingConfirmed(USE, SIGHTING.id(), TIME),
                new SightingWithdrawn(USE, SIGHTING.id(), GoneReason.NO_LONGER_THERE.with(), TIME),
                new UsePublished(USE, STAFF, 0, TIME, story()),
                new UseRejected(USE, STAFF, 1, TIME, RejectReason.OUT_OF_SCOPE, "A test page"),
                new UseReopened(USE, STAFF, 2, TIME, "Looked again"),
                new UseWithdrawn(USE, STAFF, 3, TIME, "Asked by its maker"),
                new UseMerged(USE, SITE, STAFF, 0, TIME),
                new UseAbsorbed(USE, SITE, STAFF, 4, TIME),
                new UseSplit(USE, SITE, STAFF, 1, TIME),
                new UseReleased(USE, SITE, STAFF, 5, TIME),
                ACCESS,
                new AccessesRead(List.of(ACCESS, ACCESS)),
                new UsageCounted(
                        TREES,
                        LocalDate.parse("2026-11-02"),
                        UsageCounted.COUNTER_RD,
                        "-",
                        List.of(new UsageCell(10, AccessClass.TOOL, "curl", AccessKind.DOWNLOAD, 3)),
                        2,
                        List.of(new UniqueCell(10, AccessClass.TOOL, 2, 2)),
                        List.of("crawler-user-agents@1.49.0 own@0a1b2c3d"),
                        List.of(new CallerCell(Caller.site("00112233aabbccdd"), 3, 2)),
                        TIME),
                new ProblemStatementWritten(ENTRY, STAFF, 0, TIME, statement()),
                new ProblemStatementPublished(ENTRY, STAFF, 1, TIME),
                new ProblemStatementClosed(ENTRY, STAFF, 2, TIME, Outcome.SOLVED, "A team answered it"),
                new ProblemStatementReopened(ENTRY, STAFF, 3, TIME),
                new ProblemStatementWithdrawn(ENTRY, STAFF, 4, TIME),
                new PersonDescribed(STAFF, "Open data desk", true, TIME),
                new CheckpointMoved(GITHUB, "slice-1", Map.of("page", "3", "sha", "abc"), TIME),
                new SourceReported(
                        GITHUB,
                        SourceReported.Kind.GITHUB,
                        "GitHub",
                        SourceReported.State.WAITING,
                        "GitHub asked to wait until 10:20",
                        TIME,
                        Instant.parse("2026-11-02T10:20:00Z"),
                        120,
                        2,
                        60,
                        Map.of("queries", 4L),
                        TIME,
                        new Notes(List.of(SourceNote.GITHUB_LIMIT.with("code search", "10:20")))),
                new DemandSeen(
                        new SourceId("log:portal"),
                        DemandSeen.Kind.SEARCH,
                        "noise complaints",
                        10,
                        LocalDate.parse("2026-10-01"),
                        LocalDate.parse("2026-11-02"),
                        TIME),
                new CallerNamed(
                        new SourceId("log:portal"),
                        Caller.site("00112233aabbccdd"),
                        new SubjectId("trees.example.org"),
                        TIME),
                new DemandSetAside(DemandSeen.Kind.SEARCH, "noise complaints", STAFF, TIME),
                new DemandTakenUp(DemandSeen.Kind.SEARCH, "noise complaints", STAFF, TIME),
                new SaltDrawn(LocalDate.parse("2026-11-02"), "-", "c2FsdA==", TIME),
                new FindsRevised(
                        3,
                        12,
                        new CatalogueVersion("cv0"),
                        VERSION,
                        1,
                        1,
                        List.of("a1"),
                        120,
                        17,
                        3,
                        2,
                        true,
                        List.of(new DatasetRevised(TREES, 17, 3)),
                        TIME),
                new AliasAdded(TREES, Reference.Kind.ID, "wxyz-9876", LocalDate.parse("2019-03-01"), STAFF, TIME),
                new AliasRemoved(TREES, Reference.Kind.ID, "wxyz-9876", STAFF, TIME),
                new FeedAdded("https://news.example.org/feed.xml", STAFF, TIME),
                new FeedRemoved("https://news.example.org/feed.xml", STAFF, TIME),
                new SourcePaused(GITHUB, STAFF, TIME),
                new SourceResumed(GITHUB, STAFF, TIME),
                new CheckAsked(GITHUB, STAFF, TIME));
    }

    private static Dataset dataset() {
        return new Dataset(
                TREES,
                "data.example.gov",
                "Street trees",
                "Every street tree",
                "https://data.example.gov/d/abcd-2345",
                "Environment",
                List.of("trees"),
                "Forestry",
                "CC0-1.0",
                TIME,
                List.of(new Download("CSV", "https://data.example.gov/api/views/abcd-2345/rows.csv")),
                List.of(new Reference(Reference.Kind.ID, "abcd-2345", LocalDate.parse("2026-01-01"))));
    }

    private static Story story() {
        return new Story(
                Texts.of(Map.of("en", "Finding a shady walk", "es", "Un paseo con sombra")),
                Texts.of("en", "A map of shade"),
                Texts.of("en", "It reads *street trees*."),
                UseType.MAP,
                new Area("Old Town", -87.6, 41.9),
                List.of(TREES));
    }

    private static ProblemStatement statement() {
        return new ProblemStatement(
                "PS-2026-001",
                Texts.of("en", "Shade at bus stops"),
                Texts.of("en", "Which stops have no shade?"),
                Texts.of("en", "Heat"),
                Texts.of("en", "Riders wait in the shade"),
                List.of("heat"),
                List.of(TREES),
                new Area("Old Town", -87.6, 41.9),
                "Open data desk",
                "mailto:desk@example.gov",
                "CC0-1.0",
                ProblemStatement.Difficulty.STARTER,
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2027-03-01"));
    }
}
