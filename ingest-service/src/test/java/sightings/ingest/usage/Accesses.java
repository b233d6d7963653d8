package sightings.ingest.usage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import sightings.dataset.DatasetId;
import sightings.event.AccessClass;
import sightings.event.AccessKind;
import sightings.event.DatasetAccessed;
import sightings.event.VisitorId;

/**
 * Makes accesses of one day for tests, of which each test says only what it is about.
 *
 * @param second of the day
 */
record Accesses(
        String visitor,
        String set,
        AccessClass accessClass,
        String tool,
        int second,
        @Nullable String url,
        AccessKind kind,
        String method,
        int status,
        String line,
        String lists,
        @Nullable String site,
        @Nullable String token) {

    static final LocalDate DAY = LocalDate.parse("2026-11-23");

    /** By a person who looks at a page. */
    static Accesses of(Object line) {
        return new Accesses(
                "anna",
                "abcd-1234",
                AccessClass.PERSON,
                "-",
                0,
                "page",
                AccessKind.VIEW,
                "GET",
                200,
                line.toString(),
                "robots@1",
                null,
                null);
    }

    Accesses by(String who, AccessClass as, String with) {
        return new Accesses(who, set, as, with, second, url, kind, method, status, line, lists, site, token);
    }

    Accesses ofSet(String which) {
        return new Accesses(
                visitor, which, accessClass, tool, second, url, kind, method, status, line, lists, site, token);
    }

    Accesses at(int when) {
        return new Accesses(visitor, set, accessClass, tool, when, url, kind, method, status, line, lists, site, token);
    }

    Accesses asked(@Nullable String what, AccessKind as, int answered) {
        return new Accesses(
                visitor, set, accessClass, tool, second, what, as, method, answered, line, lists, site, token);
    }

    Accesses method(String name) {
        return new Accesses(visitor, set, accessClass, tool, second, url, kind, name, status, line, lists, site, token);
    }

    Accesses lists(String version) {
        return new Accesses(
                visitor, set, accessClass, tool, second, url, kind, method, status, line, version, site, token);
    }

    Accesses through(@Nullable String from, @Nullable String key) {
        return new Accesses(visitor, set, accessClass, tool, second, url, kind, method, status, line, lists, from, key);
    }

    DatasetAccessed make() {
        return new DatasetAccessed(
                new VisitorId(visitor),
                new DatasetId(set),
                DAY.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC),
                accessClass,
                tool,
                kind,
                method,
                status,
                DAY,
                "-",
                line,
                url,
                lists,
                site,
                token);
    }
}
