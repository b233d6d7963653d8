package sightings.showcase.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.Dataset;
import sightings.dataset.DatasetId;
import sightings.dataset.Download;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.Area;
import sightings.event.DatasetDescribed;
import sightings.event.EntryId;
import sightings.event.PersonId;
import sightings.event.ProblemStatement;
import sightings.event.ProblemStatementWritten;
import sightings.event.SightingConfirmed;
import sightings.event.SightingWithdrawn;
import sightings.event.Story;
import sightings.event.Texts;
import sightings.event.UniqueCell;
import sightings.event.UsageCell;
import sightings.event.UsageCounted;
import sightings.event.UsePublished;
import sightings.event.UseSighted;
import sightings.event.UseType;
import sightings.evidence.GoneReason;
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

/** Events for tests. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    public static final PersonId ITO = new PersonId("p-ito");

    private Samples() {}

    public static SubjectId subject(String name) {
        return new SubjectId("example.org/" + name);
    }

    public static UseId use(String name) {
        return UseId.of(subject(name));
    }

    public static Subject about(String name) {
        return new Subject(
                subject(name),
                Subject.Kind.REPOSITORY,
                name,
                "Shows what " + name + " is",
                "https://example.org/" + name,
                "https://" + name + ".example.org",
                Maker.organisation("Civic Example", "https://civic.example.org"),
                "MIT",
                "Python",
                List.of("Transit", "maps"),
                NOON.minusSeconds(86_400));
    }

    public static UseSighted sighted(String name, String dataset, Grade grade, int file) {
        return sighted(name, dataset, grade, file, "github", NOON.plusSeconds(file));
    }

    public static UseSighted sighted(String name, String dataset, Grade grade, int file, String source, Instant time) {
        var place = new Place("https://example.org/" + name + "/" + file, "src/" + file + ".py", 3);
        var id = new DatasetId(dataset);
        return new UseSighted(
                use(name),
                about(name),
                new Sighting(
                        SightingId.of(subject(name), place, id),
                        id,
                        place,
                        grade,
                        Method.URL,
                        Verification.HOST_AND_ID,
                        0.9,
                        "client.get(\"" + dataset + "\")",
                        new SourceId(source),
                        time,
                        null,
                        "socrata-resource@1",
                        new CatalogueVersion("v1")),
                time);
    }

    public static SightingWithdrawn withdrawn(UseSighted sighted) {
        return new SightingWithdrawn(
                sighted.use(),
                sighted.sighting().id(),
                GoneReason.NO_LONGER_THERE.with(),
                sighted.time().plusSeconds(60));
    }

    /** That a find still holds, so many days after it was seen. */
    public static SightingConfirmed confirmed(UseSighted sighted, int days) {
        return new SightingConfirmed(
                sighted.use(), sighted.sighting().id(), sighted.time().plus(Duration.ofDays(days)));
    }

    public static UsePublished published(String name, int basedOn) {
        return new UsePublished(use(name), ITO, basedOn, NOON.plusSeconds(600L + basedOn), story(name));
    }

    public static Story story(String name) {
        return new Story(
                Texts.of(Map.of("en", "Finding " + name + " quickly", "es", "Encontrar " + name + " rápido")),
                Texts.of(Map.of("en", "It helps people", "es", "Ayuda a la gente")),
                Texts.of("en", "Long **text**"),
                UseType.APPLICATION,
                new Area("Pilsen", -87.66, 41.85),
                List.of());
    }

    public static DatasetDescribed described(String id, String title) {
        return new DatasetDescribed(
                new Dataset(
                        new DatasetId(id),
                        "data.example.gov",
                        title,
                        "All about " + title,
                        "https://data.example.gov/d/" + id,
                        "Transportation",
                        List.of("bus", "stops"),
                        "Department of Examples",
                        "Public domain",
                        NOON,
                        List.of(new Download("CSV", "https://data.example.gov/d/" + id + ".csv")),
                        List.of()),
                NOON);
    }

    public static UsageCounted counted(String dataset, LocalDate day, String profile, int visitors, long count) {
        return new UsageCounted(
                new DatasetId(dataset),
                day,
                profile,
                "-",
                List.of(
                        new UsageCell(3, AccessClass.PERSON, "-", AccessKind.DOWNLOAD, count),
                        new UsageCell(15, AccessClass.TOOL, "curl", AccessKind.API, count),
                        new UsageCell(15, AccessClass.ROBOT, "bot", AccessKind.VIEW, 100)),
                visitors,
                NOON);
    }

    /** Sessions of people in the third hour and of tools in the fifteenth. */
    public static UsageCounted sessions(String dataset, LocalDate day, int people, int tools) {
        return new UsageCounted(
                new DatasetId(dataset),
                day,
                UsageCounted.COUNTER_RD,
                "-",
                List.of(new UsageCell(3, AccessClass.PERSON, "-", AccessKind.DOWNLOAD, people)),
                people + tools,
                List.of(
                        new UniqueCell(3, AccessClass.PERSON, people, people),
                        new UniqueCell(15, AccessClass.TOOL, tools, tools)),
                List.of("crawler-user-agents@1.49.0 own@0a1b2c3d"),
                List.of(),
                NOON);
    }

    public static ProblemStatementWritten written(String entry, String number, int basedOn) {
        return new ProblemStatementWritten(
                new EntryId(entry),
                ITO,
                basedOn,
                NOON.plusSeconds(basedOn),
                new ProblemStatement(
                        number,
                        Texts.of(Map.of("en", "Safer crossings near schools", "es", "Cruces más seguros")),
                        Texts.of("en", "Children cross wide streets."),
                        Texts.of("en", "Because."),
                        Texts.of("en", "Everybody arrives."),
                        List.of("safety"),
                        List.of(new DatasetId("aaaa-0001")),
                        new Area("Pilsen", -87.66, 41.85),
                        "Office of Examples",
                        "mailto:examples@example.gov",
                        "CC0-1.0",
                        ProblemStatement.Difficulty.STARTER,
                        LocalDate.of(2026, 11, 1),
                        null));
    }
}
