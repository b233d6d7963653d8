package sightings.showcase.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.dataset.DatasetId;
import sightings.event.PersonId;
import sightings.evidence.Maker;
import sightings.evidence.Subject;
import sightings.evidence.UseId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.live.LiveUses;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.Decided;
import sightings.showcase.uses.ScorePart;
import sightings.showcase.uses.SightingDocument;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.uses.UseStatus;

/** Puts uses into words for staff. */
@Component
class UsePages {

    private static final int MOST_EVIDENCE = 100;
    private static final int TITLES_IN_ROW = 3;

    private final UseQueries uses;
    private final DatasetQueries datasets;
    private final UseLives lives;
    private final LiveUses live;
    private final Wording wording;

    UsePages(UseQueries uses, DatasetQueries datasets, UseLives lives, LiveUses live, Wording wording) {
        this.uses = uses;
        this.datasets = datasets;
        this.lives = lives;
        this.live = live;
        this.wording = wording;
    }

    List<InboxPage.Row> rows(List<UseDocument> shown, Instant newSince, Locale locale) {
        var titles = datasets.byIds(shown.stream()
                .flatMap(use -> use.datasets().stream().limit(TITLES_IN_ROW))
                .map(DatasetUse::id)
                .distinct()
                .toList());
        return shown.stream().map(use -> row(use, titles, newSince, locale)).toList();
    }

    private InboxPage.Row row(
            UseDocument use, Map<DatasetId, DatasetDocument> titles, Instant newSince, Locale locale) {
        var grade = use.grade();
        return new InboxPage.Row(
                use.id().value(),
                titleOf(use),
                wording.say(locale, "desk.kind." + use.about().kind()),
                maker(use),
                grade == null ? null : wording.say(locale, "desk.grade." + grade),
                use.datasets().stream()
                        .limit(TITLES_IN_ROW)
                        .map(dataset -> title(titles, dataset.id()))
                        .toList(),
                Math.max(0, use.datasets().size() - TITLES_IN_ROW),
                use.sightings(),
                sources(use.sources(), locale),
                use.score(),
                String.join(", ", because(use, locale)),
                use.firstSeen().isAfter(newSince),
                wording.day(locale, use.firstSeen()));
    }

    UsePage page(UseDocument use, Locale locale) {
        var about = use.about();
        var sightings = uses.sightings(use, MOST_EVIDENCE);
        var titles = datasets.byIds(
                sightings.stream().map(SightingDocument::dataset).distinct().toList());
        var changed = about.changedAt();
        return new UsePage(
                use.id().value(),
                titleOf(use),
                about.summary(),
                Links.safe(about.url()),
                Links.safe(about.homepage()),
                wording.say(locale, "desk.kind." + about.kind()),
                maker(use),
                about.licence(),
                changed == null ? null : wording.day(locale, changed),
                use.status(),
                standing(use, locale),
                use.decision(),
                use.score(),
                because(use, locale),
                sightings.stream()
                        .map(sighting -> evidence(sighting, titles, locale))
                        .toList(),
                use.sightings(),
                audit(use, sightings, locale),
                use.lastAccepted().isPresent(),
                lives.of(use, locale),
                live.of(use, locale),
                Optional.ofNullable(use.into())
                        .flatMap(this::fresh)
                        .map(into -> other(into, locale))
                        .orElse(null),
                use.members().stream()
                        .flatMap(id -> fresh(id).stream())
                        .map(member -> other(member, locale))
                        .toList(),
                twins(use, locale));
    }

    private List<UsePage.Twin> twins(UseDocument use, Locale locale) {
        return use.status() == UseStatus.DISCOVERED || use.status() == UseStatus.PUBLISHED
                ? uses.twins(use).stream().map(twin -> twin(use, twin, locale)).toList()
                : List.of();
    }

    /** Another use that is the same thing, and which of the two would be merged into the other. */
    UsePage.Twin twin(UseDocument use, UseDocument twin, Locale locale) {
        boolean survives = survives(use, twin);
        var merged = survives ? twin : use;
        var into = survives ? use : twin;
        return new UsePage.Twin(
                other(twin, locale),
                merged.id().value(),
                merged.decision(),
                into.id().value(),
                into.decision());
    }

    /** Of two uses the published one survives, or else the repository: it knows most of itself. */
    private static boolean survives(UseDocument use, UseDocument other) {
        return use.isPublic() == other.isPublic() ? use.about().kind() == Subject.Kind.REPOSITORY : use.isPublic();
    }

    /** A use as others name it. */
    UsePage.Other other(UseDocument use, Locale locale) {
        return new UsePage.Other(
                use.id().value(),
                titleOf(use),
                wording.say(locale, "desk.kind." + use.about().kind()),
                Links.safe(use.about().url()),
                use.decision());
    }

    /** Where a use stands, with who made it so and when. */
    String standing(UseDocument use, Locale locale) {
        var last = use.standing().orElse(null);
        if (last == null) {
            return wording.say(locale, "desk.standing.new", wording.day(locale, use.firstSeen()));
        }
        return standing(last, locale);
    }

    /** Where it stood after this step. */
    String standing(Decided step, Locale locale) {
        var names = wording.names(List.of(step.by()));
        return wording.say(
                locale,
                "desk.standing." + step.action(),
                wording.name(locale, names, step.by()),
                wording.moment(locale, step.time()));
    }

    /** How it stood when a person looked who saw this number. */
    String standingAt(UseDocument use, int number, Locale locale) {
        return use.decisions().stream()
                .filter(step -> step.accepted() && step.number() == number)
                .findFirst()
                .map(step -> standing(step, locale))
                .orElseGet(() -> wording.say(locale, "desk.standing.new", wording.day(locale, use.firstSeen())));
    }

    Optional<UseDocument> fresh(UseId id) {
        return uses.byId(id).map(versioned -> versioned.document());
    }

    private List<AuditRow> audit(UseDocument use, List<SightingDocument> sightings, Locale locale) {
        var added = sightings.stream()
                .filter(sighting -> sighting.statedBy() != null)
                .sorted(Comparator.comparing(SightingDocument::firstSeen).reversed())
                .toList();
        var people = Stream.concat(
                        use.decisions().stream().map(Decided::by),
                        added.stream().map(SightingDocument::statedBy).filter(Objects::nonNull))
                .distinct()
                .toList();
        var names = wording.names(people);
        var rows = new ArrayList<AuditRow>();
        for (Decided step : use.decisions().reversed()) {
            rows.add(audit(step, names, locale));
        }
        var titles = datasets.byIds(
                added.stream().map(SightingDocument::dataset).distinct().toList());
        for (SightingDocument sighting : added) {
            rows.add(new AuditRow(
                    wording.name(locale, names, Objects.requireNonNull(sighting.statedBy())),
                    wording.say(locale, "desk.audit.stated"),
                    wording.moment(locale, sighting.firstSeen()),
                    null,
                    title(titles, sighting.dataset())));
        }
        rows.add(new AuditRow(
                String.join(", ", sources(use.sources(), locale)),
                wording.say(locale, "desk.audit.sighted"),
                wording.moment(locale, use.firstSeen()),
                null,
                null));
        return rows;
    }

    private AuditRow audit(Decided step, Map<PersonId, String> names, Locale locale) {
        var story = step.story();
        var reason = step.reason();
        var notes = Stream.of(
                        story == null ? null : story.title().in(locale.getLanguage()),
                        reason == null ? null : wording.say(locale, "desk.reason." + reason),
                        step.note(),
                        Optional.ofNullable(step.other())
                                .flatMap(this::fresh)
                                .map(UsePages::titleOf)
                                .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return new AuditRow(
                wording.name(locale, names, step.by()),
                wording.say(locale, "desk.audit." + step.action()),
                wording.moment(locale, step.time()),
                step.accepted() ? null : wording.say(locale, "desk.audit.refused", step.basedOn(), step.number()),
                notes.isEmpty() ? null : String.join(" · ", notes));
    }

    private UsePage.Evidence evidence(
            SightingDocument document, Map<DatasetId, DatasetDocument> titles, Locale locale) {
        var sighting = document.sighting();
        var place = sighting.place();
        var path = place.path();
        return new UsePage.Evidence(
                title(titles, document.dataset()),
                document.dataset().value(),
                path == null ? place.url() : path,
                Links.to(place),
                place.line(),
                sighting.snippet(),
                wording.say(locale, "desk.grade." + sighting.grade()),
                wording.say(locale, "desk.method." + sighting.method()),
                wording.say(locale, "desk.verification." + sighting.verification()),
                sighting.rule(),
                sighting.catalogue().value(),
                (int) Math.round(sighting.confidence() * 100),
                source(sighting.source().value(), locale),
                wording.moment(locale, sighting.seenAt()));
    }

    List<String> because(UseDocument use, Locale locale) {
        return use.scoreParts().stream().map(part -> because(part, locale)).toList();
    }

    private String because(ScorePart part, Locale locale) {
        return wording.say(locale, "score." + part.name()) + " +" + part.points();
    }

    private List<String> sources(Collection<String> ids, Locale locale) {
        return ids.stream().map(id -> source(id, locale)).distinct().toList();
    }

    private String source(String id, Locale locale) {
        var kind = id.contains(":") ? id.substring(0, id.indexOf(':')) : id;
        return wording.say(locale, "desk.source." + kind);
    }

    private static String titleOf(UseDocument use) {
        return States.title(use);
    }

    private static @Nullable String maker(UseDocument use) {
        var maker = use.about().maker();
        return maker == null || maker.kind() == Maker.Kind.PERSON ? null : maker.name();
    }

    private static String title(Map<DatasetId, DatasetDocument> titles, DatasetId id) {
        var dataset = titles.get(id);
        return dataset == null ? id.value() : dataset.title();
    }
}
