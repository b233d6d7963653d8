package sightings.showcase.api;

import java.util.List;

/** What was asked cannot be answered; each wrong parameter is named with what would be right. */
class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Wrong> wrong;

    InvalidRequest(List<Wrong> wrong) {
        super("Wrong parameters: " + wrong);
        this.wrong = List.copyOf(wrong);
    }

    List<Wrong> wrong() {
        return wrong;
    }

    /**
     * One wrong parameter.
     *
     * @param parameter its name
     * @param detail what would be right
     */
    record Wrong(String parameter, String detail) {}
}
