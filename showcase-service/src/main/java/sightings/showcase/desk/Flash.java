package sightings.showcase.desk;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a page says once about what was just done.
 *
 * @param good whether it worked
 * @param text what to say
 * @param undo where to send the undo, null where there is nothing to undo
 * @param basedOn number of the decision that would be undone
 * @param link where to look at the result; null where that is this page
 * @param linkText what the link says
 */
record Flash(
        boolean good,
        String text,
        @Nullable String undo,
        int basedOn,
        @Nullable String link,
        @Nullable String linkText) implements Serializable {

    static Flash said(String text) {
        return new Flash(true, text, null, 0, null, null);
    }

    static Flash refused(String text) {
        return new Flash(false, text, null, 0, null, null);
    }

    static Flash done(String text, String undo, int basedOn) {
        return new Flash(true, text, undo, basedOn, null, null);
    }

    Flash linking(String address, String words) {
        return new Flash(good, text, undo, basedOn, address, words);
    }
}
