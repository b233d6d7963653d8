package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
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
    String add(
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        return switch (checker.checkFeed(typed)) {
            case Checked.Valid<URI>(var address)
            when feeds.now().isWatched(address.toString()) -> {
                redirect.addFlashAttribute("flash", Flash.said(wording.say(locale, "desk.sources.known")));
                yield "redirect:/desk/sources";
            }
            case Checked.Valid<URI>(var address) -> {
                var by = Staff.id(principal);
                Ask.Wish added = time -> new FeedAdded(address.toString(), by, time);
                var said = wording.say(locale, "desk.wish.done.FEED_ADDED");
                yield send(List.of(added), said, typed, locale, model, redirect, response);
            }
            case Checked.Invalid<URI>(var errors) -> wrong(typed, errors, 422, locale, model, response);
        };
    }

    @PostMapping("/desk/sources/feeds/import")
    String read(
            @RequestParam("file") MultipartFile file,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response)
            throws IOException {
        var nothing = new Fields(Map.of());
        if (file.isEmpty() || file.getSize() > MOST_BYTES) {
            var code = file.isEmpty() ? "desk.error.file-none" : "desk.error.file-large";
            return wrong(nothing, List.of(new FieldError("file", code, List.of())), 422, locale, model, response);
        }
        var outlines = Opml.read(file.getBytes());
        if (outlines.isEmpty()) {
            var error = new FieldError("file", "desk.error.file-not-opml", List.of());
            return wrong(nothing, List.of(error), 422, locale, model, response);
        }
        var by = Staff.id(principal);
        var known = feeds.now().addresses();
        var added = new ArrayList<Ask.Wish>();
        int bad = 0;
        var addresses = outlines.get().addresses();
        for (String outline : addresses) {
            if (checker.checkFeed(new Fields(Map.of("address", outline))) instanceof Checked.Valid<URI>(var address)) {
                if (known.add(WatchedFeeds.address(WatchedFeeds.source(address.toString())))) {
                    added.add(time -> new FeedAdded(address.toString(), by, time));
                }
            } else {
                bad++;
            }
        }
        var said = wording.say(
                locale,
                "desk.sources.imported",
                added.size(),
                addresses.size() - added.size() - bad,
                bad,
                outlines.get().leftOut());
        return send(added, said, nothing, locale, model, redirect, response);
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
    String wish(
            @PathVariable String wish,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        var typed = Forms.typed(parameters);
        var source = typed.line("source");
        // Only of a source that is there: nobody can fill the record with names of nothing.
        var watched = feeds.now();
        boolean known = watched.asked().feedsAdded().contains(new SourceId(source))
                || watched.reports().stream()
                        .anyMatch(one -> one.source().value().equals(source));
        if (!known || (wish.equals("remove") && !watched.isRemovable(new SourceId(source)))) {
            var why = known ? "desk.sources.not-removable" : "desk.sources.unknown";
            redirect.addFlashAttribute("flash", Flash.refused(wording.say(locale, why)));
            return "redirect:/desk/sources";
        }
        var by = Staff.id(principal);
        Ask.Wish instruction = time -> instruction(wish, new SourceId(source), by, time);
        var said = wording.say(locale, "desk.wish.done." + wish);
        return send(List.of(instruction), said, typed, locale, model, redirect, response);
    }

    private static Instruction instruction(String wish, SourceId source, PersonId by, Instant now) {
        return switch (wish) {
            case "pause" -> new SourcePaused(source, by, now);
            case "resume" -> new SourceResumed(source, by, now);
            case "remove" -> new FeedRemoved(WatchedFeeds.address(source), by, now);
            default -> new CheckAsked(source, by, now);
        };
    }

    private String send(
            List<Ask.Wish> wishes,
            String said,
            Fields typed,
            Locale locale,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (!wishes.isEmpty() && ask.that(wishes) instanceof Result.NotSent) {
            model.addAttribute("flash", Flash.refused(wording.say(locale, "desk.away.explanation")));
            return wrong(typed, List.of(), 503, locale, model, response);
        }
        redirect.addFlashAttribute("flash", Flash.said(said));
        return "redirect:/desk/sources";
    }

    private String wrong(
            Fields typed,
            List<FieldError> errors,
            int status,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("form", typed.values());
        model.addAttribute("errors", wording.say(locale, errors));
        return page.sources("1", locale, model);
    }
}
