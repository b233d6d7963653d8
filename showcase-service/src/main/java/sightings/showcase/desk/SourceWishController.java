package sightings.showcase.desk;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import sightings.event.CheckAsked;
import sightings.event.FeedAdded;
import sightings.event.FeedRemoved;
import sightings.event.Instruction;
import sightings.event.PersonId;
import sightings.event.SourcePaused;
import sightings.event.SourceResumed;
import sightings.evidence.SourceId;
import sightings.showcase.curation.AskedChecker;
import sightings.showcase.curation.Checked;
import sightings.showcase.curation.FieldError;
import sightings.showcase.curation.Fields;

/**
 * What staff ask of the sources.
 *
 * <ul>
 *   <li>{@code POST /desk/sources/feeds}: {@code address} of a feed to be watched too
 *   <li>{@code POST /desk/sources/feeds/import}: {@code file}, OPML of at most 1 MB; wrong addresses are counted
 *   <li>{@code GET /desk/sources/feeds.opml}: all feeds that are watched
 *   <li>{@code POST /desk/sources/pause}, {@code resume}, {@code check}, {@code remove}: {@code source}
 * </ul>
 *
 * All but the export answer 302 to the sources; wrong fields 422 with the page; 503 while Kafka is away.
 */
@Controller
class SourceWishController {

    private static final String PAGE = "/desk/sources";
    private static final int MOST_BYTES = 1_000_000;

    private final AskedChecker checker;
    private final SourceController page;
    private final Feeds feeds;
    private final Ask ask;
    private final Wording wording;

    SourceWishController(AskedChecker checker, SourceController page, Feeds feeds, Ask ask, Wording wording) {
        this.checker = checker;
        this.page = page;
        this.feeds = feeds;
        this.ask = ask;
        this.wording = wording;
    }

    @PostMapping("/desk/sources/feeds")
    String add(Submission form) {
        return switch (checker.checkFeed(form.typed())) {
            case Checked.Valid<URI>(var address)
            when feeds.now().isWatched(address.toString()) ->
                form.goTo(PAGE, Flash.said(wording.say(form.locale(), "desk.sources.known")));
            case Checked.Valid<URI>(var address) -> {
                Ask.Wish added = time -> new FeedAdded(address.toString(), form.by(), time);
                yield send(List.of(added), wording.say(form.locale(), "desk.wish.done.FEED_ADDED"), form);
            }
            case Checked.Invalid<URI>(var errors) -> wrong(errors, form.failed(422));
        };
    }

    @PostMapping("/desk/sources/feeds/import")
    String read(@RequestParam("file") MultipartFile file, Submission form) throws IOException {
        if (file.isEmpty() || file.getSize() > MOST_BYTES) {
            return wrongFile(file.isEmpty() ? "desk.error.file-none" : "desk.error.file-large", form);
        }
        var outlines = Opml.read(file.getBytes());
        return outlines.isEmpty() ? wrongFile("desk.error.file-not-opml", form) : add(outlines.get(), form);
    }

    private String add(Opml.Named outlines, Submission form) {
        var known = feeds.now().addresses();
        var added = new ArrayList<Ask.Wish>();
        int bad = 0;
        for (String outline : outlines.addresses()) {
            if (checker.checkFeed(new Fields(Map.of("address", outline))) instanceof Checked.Valid<URI>(var address)) {
                if (known.add(WatchedFeeds.address(WatchedFeeds.source(address.toString())))) {
                    added.add(time -> new FeedAdded(address.toString(), form.by(), time));
                }
            } else {
                bad++;
            }
        }
        var said = wording.say(
                form.locale(),
                "desk.sources.imported",
                added.size(),
                outlines.addresses().size() - added.size() - bad,
                bad,
                outlines.leftOut());
        return send(added, said, form);
    }

    @GetMapping("/desk/sources/feeds.opml")
    ResponseEntity<byte[]> export(Locale locale) {
        var document =
                Opml.write(wording.say(locale, "desk.sources.opml"), feeds.now().addresses());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/x-opml;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sightings-feeds.opml\"")
                .body(document.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/desk/sources/{wish:pause|resume|check|remove}")
    String wish(@PathVariable String wish, Submission form) {
        var source = form.typed().line("source");
        // Only of a source that is there: nobody can fill the record with names of nothing.
        var watched = feeds.now();
        boolean known = watched.asked().feedsAdded().contains(new SourceId(source))
                || watched.reports().stream()
                        .anyMatch(one -> one.source().value().equals(source));
        if (!known || (wish.equals("remove") && !watched.isRemovable(new SourceId(source)))) {
            var why = known ? "desk.sources.not-removable" : "desk.sources.unknown";
            return form.goTo(PAGE, Flash.refused(wording.say(form.locale(), why)));
        }
        Ask.Wish instruction = time -> instruction(wish, new SourceId(source), form.by(), time);
        return send(List.of(instruction), wording.say(form.locale(), "desk.wish.done." + wish), form);
    }

    private static Instruction instruction(String wish, SourceId source, PersonId by, Instant now) {
        return switch (wish) {
            case "pause" -> new SourcePaused(source, by, now);
            case "resume" -> new SourceResumed(source, by, now);
            case "remove" -> new FeedRemoved(WatchedFeeds.address(source), by, now);
            default -> new CheckAsked(source, by, now);
        };
    }

    private String send(List<Ask.Wish> wishes, String said, Submission form) {
        if (!wishes.isEmpty() && ask.that(wishes) instanceof Result.NotSent) {
            var away = wording.say(form.locale(), "desk.away.explanation");
            form.model().addAttribute("flash", Flash.refused(away));
            return wrong(List.of(), form.failed(503));
        }
        return form.goTo(PAGE, Flash.said(said));
    }

    private String wrongFile(String code, Submission form) {
        return wrong(List.of(new FieldError("file", code, List.of())), form.failed(422));
    }

    private String wrong(List<FieldError> errors, Submission form) {
        form.model().addAttribute("form", form.typed().values());
        form.model().addAttribute("errors", wording.say(form.locale(), errors));
        return page.sources("1", form.locale(), form.model());
    }
}
