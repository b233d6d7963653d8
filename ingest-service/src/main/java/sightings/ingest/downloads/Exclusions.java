package sightings.ingest.downloads;

import java.util.List;

/**
 * Who is not to be counted: the city's own addresses and its monitors.
 *
 * @param networks address blocks
 * @param agents what a user agent contains
 */
public record Exclusions(List<Network> networks, List<String> agents) {

    /** Nobody. */
    public static final Exclusions NONE = new Exclusions(List.of(), List.of());

    public Exclusions {
        networks = List.copyOf(networks);
        agents = List.copyOf(agents);
    }

    /**
     * Of what settings say.
     *
     * @param networks addresses or blocks such as {@code 192.0.2.0/24} and {@code 2001:db8::/32}
     * @throws IllegalArgumentException where one is none
     */
    public static Exclusions of(List<String> networks, List<String> agents) {
        return new Exclusions(networks.stream().map(Network::of).toList(), agents);
    }

    boolean excludes(LogLine line) {
        if (networks.isEmpty() && agents.isEmpty()) {
            return false;
        }
        var address = line.address.text();
        var agent = line.agent.text();
        return networks.stream().anyMatch(network -> network.contains(address))
                || agents.stream().anyMatch(agent::contains);
    }
}
