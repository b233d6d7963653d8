package sightings.showcase.desk;

/**
 * What a person tries with a form.
 *
 * @param action in one word, such as {@code publish}
 * @param wanted key of the words for it, such as {@code desk.wanted.publish}
 * @param path where the form is sent, now and when it is sent again
 * @param back where to go instead
 * @param form the form
 */
record Attempt(String action, String wanted, String path, String back, Submission form) {

    /** One of the actions of a page, which stands below it. */
    static Attempt at(String page, String action, String wanted, Submission form) {
        return new Attempt(action, wanted + action, page + "/" + action, page, form);
    }
}
