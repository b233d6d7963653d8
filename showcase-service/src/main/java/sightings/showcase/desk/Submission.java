package sightings.showcase.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sightings.event.PersonId;
import sightings.showcase.curation.Fields;

/**
 * A form as a person at the desk sent it, with all that an answer to it needs. What handles a POST takes it as its
 * argument; {@link SubmissionResolver} makes it.
 *
 * @param typed what was typed
 * @param by who is signed in
 * @param locale the person's language
 * @param model of the page that answers
 * @param redirect what the page that the person is sent to says once
 * @param response whose status tells programs what became of the form
 */
record Submission(
        Fields typed,
        PersonId by,
        Locale locale,
        Model model,
        RedirectAttributes redirect,
        HttpServletResponse response) {

    /** Other fields, sent by the same person. */
    Submission with(Fields other) {
        return new Submission(other, by, locale, model, redirect, response);
    }

    /** Number of the last accepted decision that the person saw; -1 where the form was tampered with. */
    int basedOn() {
        return Forms.basedOn(typed);
    }

    /** The answer is no success but this status: 422 for wrong fields, 409 and 503 as {@link Replies} says. */
    Submission failed(int status) {
        response.setStatus(status);
        return this;
    }

    /** Sends the person on to a page, which says this once. */
    String goTo(String page, Flash flash) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + page;
    }
}
