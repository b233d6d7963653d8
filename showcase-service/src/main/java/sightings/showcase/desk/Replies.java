package sightings.showcase.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.showcase.curation.Fields;
import sightings.showcase.curation.Refusal;

/** Replies a form that did not do what the person wanted, so that nothing that was typed is lost. */
@Component
class Replies {

    private final UnsentPages unsent;
    private final Wording wording;

    Replies(UnsentPages unsent, Wording wording) {
        this.unsent = unsent;
        this.wording = wording;
    }

    /**
     * How a thing on which somebody else decided meanwhile was seen, and how it stands.
     *
     * @param seen how the person saw it, in words
     * @param now how it stands, in words
     * @param numbers which decisions the form is based on when it is sent again, by field
     * @param there what somebody else wrote meanwhile, null where that cannot be compared with what was typed
     */
    record Change(
            String seen,
            String now,
            Map<String, Integer> numbers,
            @Nullable Fields there) {}

    /** Kafka or Elasticsearch is away: 503, and a page from which the same form can be sent again. */
    String keep(Attempt attempt) {
        var form = attempt.form().failed(503);
        form.model()
                .addAttribute(
                        "unsent",
                        unsent.away(wanted(attempt), attempt.path(), attempt.back(), form.typed(), form.locale()));
        return "desk/unsent";
    }

    /** Somebody decided meanwhile: 409, and a page that shows both states to choose between. */
    String overtaken(Attempt attempt, Change change) {
        var form = attempt.form().failed(409);
        form.model()
                .addAttribute(
                        "unsent",
                        unsent.overtaken(
                                wanted(attempt),
                                attempt.path(),
                                attempt.back(),
                                form.typed(),
                                change.seen(),
                                change.now(),
                                change.numbers(),
                                change.there(),
                                form.locale()));
        return "desk/unsent";
    }

    /** The rules do not allow it: the page it came from says why. */
    String refused(Attempt attempt, Refusal refusal) {
        var form = attempt.form();
        return form.goTo(attempt.back(), Flash.refused(wording.say(form.locale(), refusal)));
    }

    /** It was sent, and the pages do not show it yet. */
    String beingApplied(Attempt attempt, String page) {
        var form = attempt.form();
        return form.goTo(page, Flash.said(wording.say(form.locale(), "desk.flash.being-applied")));
    }

    private String wanted(Attempt attempt) {
        return wording.say(attempt.form().locale(), attempt.wanted());
    }
}
