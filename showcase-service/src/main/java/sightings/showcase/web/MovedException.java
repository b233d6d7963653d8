package sightings.showcase.web;

import java.net.URI;

/** What was asked for is at another address of this site: 308. */
public class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final URI address;

    /** With where it is, as a path of this site. */
    public MovedException(String address) {
        super(address);
        this.address = URI.create(address);
    }

    /** Where it is. */
    public URI address() {
        return address;
    }
}
