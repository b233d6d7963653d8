package sightings.showcase.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;
import sightings.city.CitySettings;
import sightings.dataset.DatasetId;
import sightings.dataset.Reference;
import sightings.event.DemandSeen;
import sightings.event.DemandSetAside;
import sightings.event.DemandTakenUp;
import sightings.showcase.curation.Fields;
import sightings.showcase.datasets.DatasetQueries;
import sightings.showcase.demand.Demand;
import sightings.showcase.demand.DemandQueries;
import sightings.showcase.instructions.InstructionQueries;

/**
 * What visitors of the portals ask for in vain: {@code GET /desk/wanted}; {@code POST /desk/wanted/set-aside} and
 * {@code take-up} with {@code kind} and {@code what}. Both answer 302 to the list; 503 with it while Kafka is away.
 */
@Controller
class WantedController {

    private static final String LIST = "/desk/wanted";
    private static final int SHOWN = 200;
    private static final Pattern RESOURCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID = Pattern.compile("[a-z0-9]{4}-[a-z0-9]{4}|[0-9a-f]{32}(_[0-9]{1,3})?");

    private final DemandQueries demands;
    private final InstructionQueries instructions;
    private final DatasetQueries datasets;
    private final Ask ask;
    private final CitySettings city;
    private final Wording wording;

    WantedController(
            DemandQueries demands,
            InstructionQueries instructions,
            DatasetQueries datasets,
            Ask ask,
            CitySettings city,
            Wording wording) {
        this.demands = demands;
        this.instructions = instructions;
        this.datasets = datasets;
        this.ask = ask;
        this.city = city;
        this.wording = wording;
    }

    /**
     * One thing that is wanted, in words.
     *
     * @param statement address of a form that is filled from it
     * @param alias address of the form of an alias that is filled from it; null for a search
     */
    record Row(
            DemandSeen.Kind kind,
            String what,
            int visitors,
            String first,
            String last,
            String statement,
            @Nullable String alias) {}

    @GetMapping(LIST)
    String list(Locale locale, Model model) {
        var aside = instructions.aboutWanted().demandsSetAside();
        var open = open();
        var wanted = open.stream().filter(one -> !aside.contains(one.about())).toList();
        model.addAttribute("total", wanted.size());
        model.addAttribute("rows", rows(wanted, locale));
        model.addAttribute(
                "aside",
                rows(open.stream().filter(one -> aside.contains(one.about())).toList(), locale));
        return "desk/wanted";
    }

    @PostMapping(LIST + "/{wish:set-aside|take-up}")
    String wish(@PathVariable String wish, Submission form) {
        return found(form.typed())
                .map(one -> send(one, wish, form))
                .orElseGet(() -> form.goTo(LIST, Flash.refused(wording.say(form.locale(), "desk.wanted.unknown"))));
    }

    private String send(Demand one, String wish, Submission form) {
        boolean aside = wish.equals("set-aside");
        Ask.Wish instruction = time -> aside
                ? new DemandSetAside(one.kind(), one.what(), form.by(), time)
                : new DemandTakenUp(one.kind(), one.what(), form.by(), time);
        if (ask.that(List.of(instruction)) instanceof Result.NotSent) {
            form.failed(503)
                    .model()
                    .addAttribute("flash", Flash.refused(wording.say(form.locale(), "desk.away.explanation")));
            return list(form.locale(), form.model());
        }
        var said = wording.say(form.locale(), "desk.wanted.done." + wish, one.what());
        return form.goTo(LIST, aside ? Flash.done(said, undo(one), 0) : Flash.said(said));
    }

    /** Only of something that is there: nobody can fill the record with names of nothing. */
    private Optional<Demand> found(Fields typed) {
        return Demand.of(demands.all()).stream()
                .filter(one -> one.kind().name().equals(typed.line("kind"))
                        && one.what().equals(typed.line("what")))
                .findFirst();
    }

    /** Without addresses that the catalogue, or staff by an alias, know by now. */
    private List<Demand> open() {
        var all = Demand.of(demands.all());
        var ids = all.stream()
                .filter(one -> one.kind() == DemandSeen.Kind.ADDRESS && DatasetId.isValid(one.what()))
                .map(one -> new DatasetId(one.what()))
                .toList();
        var known = datasets.byIds(ids).keySet().stream().map(DatasetId::value).collect(Collectors.toSet());
        known.addAll(instructions.aboutWanted().aliasValues());
        return all.stream()
                .filter(one -> one.kind() != DemandSeen.Kind.ADDRESS || !known.contains(one.what()))
                .toList();
    }

    private List<Row> rows(List<Demand> all, Locale locale) {
        return all.stream()
                .limit(SHOWN)
                .map(one -> new Row(
                        one.kind(),
                        one.what(),
                        one.visitorsAtLeast(),
                        wording.date(locale, one.firstDay()),
                        wording.date(locale, one.lastDay()),
                        statement(one),
                        one.kind() == DemandSeen.Kind.ADDRESS ? alias(one) : null))
                .toList();
    }

    /** The form of a problem statement with words in each language of the city, which staff go on from. */
    private String statement(Demand one) {
        var address = UriComponentsBuilder.fromPath("/desk/problem-statements/new");
        for (String language : city.languages()) {
            address.queryParam("title_" + language, "{title_" + language + "}")
                    .queryParam("challenge_" + language, "{challenge_" + language + "}");
        }
        var values = city.languages().stream()
                .flatMap(language -> words(one, Locale.of(language)).stream())
                .toArray();
        return address.encode().buildAndExpand(values).toUriString();
    }

    private List<String> words(Demand one, Locale locale) {
        var kind = one.kind().name();
        return List.of(
                wording.say(locale, "desk.wanted.title." + kind, one.what()),
                wording.say(
                        locale,
                        "desk.wanted.challenge." + kind,
                        one.what(),
                        one.visitorsAtLeast(),
                        wording.date(locale, one.firstDay()),
                        wording.date(locale, one.lastDay())));
    }

    private static String alias(Demand one) {
        return UriComponentsBuilder.fromPath("/desk/aliases/new")
                .queryParam("kind", reference(one.what()))
                .queryParam("value", "{value}")
                .encode()
                .buildAndExpand(one.what())
                .toUriString();
    }

    /** What the key most likely is; staff can choose otherwise. */
    private static Reference.Kind reference(String key) {
        if (ID.matcher(key).matches()) {
            return Reference.Kind.ID;
        }
        return RESOURCE.matcher(key).matches() ? Reference.Kind.RESOURCE : Reference.Kind.SLUG;
    }

    private static String undo(Demand one) {
        return UriComponentsBuilder.fromPath(LIST + "/take-up")
                .queryParam("kind", one.kind())
                .queryParam("what", "{what}")
                .encode()
                .buildAndExpand(one.what())
                .toUriString();
    }
}
