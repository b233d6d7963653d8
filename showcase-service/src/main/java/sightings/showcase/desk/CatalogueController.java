package sightings.showcase.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.PersonId;
import sightings.showcase.datasets.DatasetDocument;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.instructions.InstructionDocument;
import sightings.showcase.instructions.InstructionQueries;
import sightings.showcase.instructions.Revisions;
import sightings.showcase.uses.DatasetUse;
import sightings.showcase.uses.InboxFilter;
import sightings.showcase.uses.UseDocument;
import sightings.showcase.uses.UseQueries;
import sightings.showcase.web.MissingException;

/**
 * The catalogue for staff: {@code GET /desk/catalogue} ({@code q}, {@code page}) lists datasets; {@code GET
 * /desk/catalogue/{id}} ({@code page}) shows a dataset's references, the aliases of staff with what each changed, and
 * what breaks if the dataset is renamed or retired: its uses.
 */
@Controller
class CatalogueController {

    private static final int SIZE = 50;

    private final DatasetQueries datasets;
    private final UseQueries uses;
    private final InstructionQueries instructions;
    private final Wording wording;

    CatalogueController(DatasetQueries datasets, UseQueries uses, InstructionQueries instructions, Wording wording) {
        this.datasets = datasets;
        this.uses = uses;
        this.instructions = instructions;
        this.wording = wording;
    }

    /** One dataset of the list. */
    record Row(String id, String title, @Nullable String publisher, long references, int aliases) {}

    /** One reference of the portal. */
    record ReferenceRow(String kind, String value, String since) {}

    /** One instruction about an alias, and what came of it. */
    record AliasRow(
            InstructionDocument alias,
            boolean added,
            String kind,
            String value,
            String since,
            String who,
            String when,
            Revisions.Effect effect) {}

    /** One use that would break. */
    record UseRow(
            String id,
            String title,
            @Nullable String address,
            String kind,
            String grade,
            int finds,
            String lastSeen,
            String status) {}

    @GetMapping("/desk/catalogue")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page, Model model) {
        var words = q.strip().substring(0, Math.min(200, q.strip().length()));
        var found = datasets.search(words.isEmpty() ? null : words, null, number(page), SIZE);
        var asked = instructions.about(
                found.items().stream().map(DatasetDocument::id).toList());
        model.addAttribute("words", words);
        model.addAttribute("found", found);
        model.addAttribute(
                "rows",
                found.items().stream()
                        .map(dataset -> new Row(
                                dataset.id().value(),
                                dataset.title(),
                                dataset.publisher(),
                                references(dataset).size(),
                                asked.aliases(dataset.id()).size()))
                        .toList());
        return "desk/catalogue";
    }

    @GetMapping("/desk/catalogue/{id}")
    String dataset(@PathVariable String id, @RequestParam(defaultValue = "1") String page, Locale locale, Model model) {
        var dataset = (DatasetId.isValid(id)
                        ? datasets.byId(new DatasetId(id))
                        : java.util.Optional.<DatasetDocument>empty())
                .orElseThrow(() -> new MissingException("dataset " + id));
        var asked = instructions.about(List.of(dataset.id()));
        var about = asked.aboutAliases(dataset.id());
        var revisions = instructions.revisions(
                about.stream().map(InstructionDocument::event).toList());
        var names = wording.names(about.stream().map(InstructionDocument::by).toList());
        var using = uses.inbox(
                new InboxFilter(List.of(), null, dataset.id(), null, null, null, InboxFilter.Sort.RECENT),
                number(page),
                SIZE);
        model.addAttribute("dataset", dataset);
        model.addAttribute("page", Links.safe(dataset.landingPage()));
        var gone = dataset.goneSince();
        model.addAttribute("gone", gone == null ? null : wording.date(locale, gone));
        model.addAttribute(
                "references",
                references(dataset).stream()
                        .map(reference -> new ReferenceRow(
                                wording.say(locale, "desk.reference." + reference.kind()),
                                reference.value(),
                                wording.date(locale, reference.since())))
                        .toList());
        var standing = asked.aliases(dataset.id());
        model.addAttribute("standing", standing);
        model.addAttribute(
                "aliases",
                about.stream()
                        .map(alias -> row(alias, revisions, names, locale))
                        .toList());
        model.addAttribute("using", using);
        model.addAttribute(
                "uses",
                using.items().stream()
                        .map(use -> row(use, dataset.id(), locale))
                        .toList());
        model.addAttribute("kinds", java.util.Arrays.asList(Reference.Kind.values()));
        return "desk/catalogue-dataset";
    }

    private AliasRow row(
            InstructionDocument alias, Revisions revisions, java.util.Map<PersonId, String> names, Locale locale) {
        var since = alias.since();
        return new AliasRow(
                alias,
                alias.act() == InstructionDocument.Act.ALIAS_ADDED,
                wording.say(locale, "desk.reference." + alias.kind()),
                Objects.requireNonNullElse(alias.value(), ""),
                since == null ? "" : wording.date(locale, since),
                wording.name(locale, names, alias.by()),
                wording.moment(locale, alias.time()),
                revisions.of(alias.event(), Objects.requireNonNull(alias.dataset())));
    }

    private UseRow row(UseDocument use, DatasetId dataset, Locale locale) {
        var of = use.datasets().stream()
                .filter(one -> one.id().equals(dataset))
                .findFirst()
                .orElse(new DatasetUse(dataset, null, 0));
        return new UseRow(
                use.id().value(),
                use.about().title(),
                Links.safe(use.about().url()),
                wording.say(locale, "desk.kind." + use.about().kind()),
                of.grade() == null ? "–" : wording.say(locale, "desk.grade." + of.grade()),
                of.sightings(),
                wording.day(locale, use.lastSeen()),
                wording.say(locale, "desk.status." + use.status()));
    }

    private static List<Reference> references(DatasetDocument dataset) {
        return Objects.requireNonNull(dataset.dataset()).references().stream()
                .sorted(Comparator.comparing(Reference::kind).thenComparing(Reference::value))
                .toList();
    }

    private static int number(String page) {
        return page.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(page)) : 1;
    }
}
