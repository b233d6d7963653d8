package sightings.showcase.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.showcase.desk.WhyPage.Fact;

/** Puts into words what ingest answers to "why do we (not) see this?". */
@Component
class WhyPages {

    private static final String WHY = "desk.why.";

    private final Wording wording;

    WhyPages(Wording wording) {
        this.wording = wording;
    }

    /** The page of this answer. */
    WhyPage of(Why.Answered answer, Locale locale) {
        var feed = answer.feed();
        var place = answer.place();
        boolean text = answer.lines().isEmpty() && feed == null;
        return new WhyPage(
                finds(answer),
                by(answer, locale),
                answer.cut(),
                answer.ready(),
                text,
                steps(answer.steps(), locale),
                answer.lines().stream().map(line -> line(line, locale)).toList(),
                feed == null ? List.of() : facts(feed, locale),
                feed == null
                        ? List.of()
                        : feed.items().stream().map(item -> item(item, locale)).toList(),
                place == null ? null : place(place, locale));
    }

    private static long finds(Why.Answered answer) {
        var feed = answer.feed();
        var inItems =
                feed == null ? Stream.<Why.Step>empty() : feed.items().stream().flatMap(item -> item.steps().stream());
        long accepted = answer.lines().stream()
                .filter(line -> line.outcome().equals("ACCEPTED"))
                .count();
        return accepted
                + Stream.concat(answer.steps().stream(), inItems)
                        .filter(step -> step.find() != null)
                        .count();
    }

    private String by(Why.Answered answer, Locale locale) {
        var by = wording.say(locale, WHY + "by", answer.read(), answer.catalogue(), answer.datasets(), answer.rules());
        var as = answer.as();
        return as == null || as.isEmpty()
                ? by
                : by + " "
                        + wording.say(
                                locale,
                                WHY + "read-as",
                                wording.sayOr(locale, WHY + "kind." + as, as).text());
    }

    private List<WhyPage.Step> steps(List<Why.Step> steps, Locale locale) {
        return steps.stream().map(step -> step(step, locale)).toList();
    }

    private WhyPage.Step step(Why.Step step, Locale locale) {
        var reason = step.reason();
        var would = step.wouldMatch();
        return new WhyPage.Step(
                step,
                reason == null ? null : wording.say(locale, "desk.refusal.", reason),
                would == null ? null : wording.say(locale, "desk.would.", would));
    }

    private WhyPage.Line line(Why.Line line, Locale locale) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("format", Words.own(line.format()), locale));
        var log = line.log();
        if (log != null) {
            facts.add(fact("log", Words.own(log), locale));
        }
        var request = line.request();
        if (request != null) {
            facts.addAll(facts(request, locale));
        }
        for (var counted : line.profiles()) {
            facts.add(new Fact(
                    counted.profile(), words("counts.", counted.why() == null ? "YES" : counted.why(), locale)));
        }
        return new WhyPage.Line(
                wording.say(locale, "desk.evidence.line", line.line()),
                line.outcome().equals("ACCEPTED"),
                words("line.", line.outcome(), locale),
                request == null ? null : request.dataset(),
                facts,
                steps(line.steps(), locale));
    }

    private List<Fact> facts(Why.Request request, Locale locale) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("request", Words.own(request.method() + " " + request.path()), locale));
        facts.add(fact("status", Words.own(Integer.toString(request.status())), locale));
        var title = request.title();
        if (title != null) {
            facts.add(new Fact(wording.say(locale, "desk.catalogue.dataset"), Words.own(title)));
        }
        var kind = request.kind();
        if (kind != null) {
            facts.add(fact("access", words("access.", kind, locale), locale));
        }
        facts.add(fact("who", who(request, locale), locale));
        var site = request.site();
        if (site != null) {
            facts.add(fact("site", Words.own(site), locale));
        }
        return facts;
    }

    /** Such as {@code Tools and scripts: curl, because it says “curl/” of itself}. */
    private Words who(Why.Request request, Locale locale) {
        var who = wording.sayOr(locale, "who." + request.accessClass(), request.accessClass());
        var named = request.tool().equals("-") ? who.text() : who.text() + ": " + request.tool();
        var pattern = request.pattern();
        var told =
                pattern == null ? wording.say(locale, WHY + "unlisted") : wording.say(locale, WHY + "listed", pattern);
        return new Words(named + " (" + told + ")", who.language());
    }

    private List<Fact> facts(Why.Feed feed, Locale locale) {
        var facts = new ArrayList<Fact>();
        var format = feed.format();
        if (format != null) {
            facts.add(fact("format", Words.own(format), locale));
        }
        var problem = feed.problem();
        if (problem != null) {
            facts.add(fact("unreadable", new Words(problem, "en"), locale));
        }
        feed.remarks().forEach(remark -> facts.add(fact("remark", new Words(remark, "en"), locale)));
        return facts;
    }

    private WhyPage.Item item(Why.Item item, Locale locale) {
        var published = item.publishedAt();
        var place = item.place();
        return new WhyPage.Item(
                item.title(),
                published == null ? null : wording.moment(locale, published),
                place == null ? null : place(place, locale),
                steps(item.steps(), locale));
    }

    private WhyPage.Place place(Why.Place place, Locale locale) {
        var facts = new ArrayList<Fact>();
        var source = place.source();
        var cover = words("cover.", place.cover(), locale);
        facts.add(fact(
                "covered",
                source == null ? cover : new Words(cover.text() + " (" + source + ")", cover.language()),
                locale));
        facts.add(fact("kept", kept(place, locale), locale));
        var gone = place.gone();
        if (gone != null) {
            facts.add(new Fact(wording.say(locale, WHY + "reason"), wording.say(locale, "desk.gone.", gone)));
        }
        var repository = place.repository();
        if (repository != null) {
            facts.add(fact("repository", repository(repository, locale), locale));
            if (!repository.file().equals("NOT_ASKED")) {
                facts.add(fact("file", words("file.", repository.file(), locale), locale));
            }
        }
        return new WhyPage.Place(place.address(), facts, would(place, locale));
    }

    private Words kept(Why.Place place, Locale locale) {
        var seen = place.seenAt();
        return seen == null
                ? words("kept.", place.kept(), locale)
                : Words.own(wording.say(locale, WHY + "kept." + place.kept(), wording.moment(locale, seen)));
    }

    private Words repository(Why.Repository repository, Locale locale) {
        var checked = repository.checkedAt();
        return Words.own(wording.say(
                        locale,
                        WHY + "repository.known",
                        repository.name(),
                        repository.files(),
                        checked == null ? "–" : wording.moment(locale, checked))
                + (repository.missing() ? " " + wording.say(locale, WHY + "repository.missing") : ""));
    }

    /** What would make us look there, where we do not or have not yet. */
    private @Nullable Words would(Why.Place place, Locale locale) {
        boolean looked = place.kept().equals("SEEN")
                || place.repository() != null
                || place.cover().equals("FEED");
        return looked ? null : words("look.", place.cover(), locale);
    }

    private Fact fact(String name, Words words, Locale locale) {
        return new Fact(wording.say(locale, WHY + "fact." + name), words);
    }

    private Words words(String group, String name, Locale locale) {
        return wording.sayOr(locale, WHY + group + name, name);
    }
}
