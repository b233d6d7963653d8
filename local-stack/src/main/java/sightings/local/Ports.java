package sightings.local;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens, on 127.0.0.1 only.
 * @param site public site, desk and API
 * @param ingest health and metrics of ingest
 * @param world the outside of the sample city
 * @param kafka the broker
 * @param elasticsearch the store
 */
record Ports(int site, int ingest, int world, int kafka, int elasticsearch) {

    /** Puts a free port where 0 stands. */
    Ports chosen() {
        return new Ports(chosen(site), chosen(ingest), chosen(world), chosen(kafka), chosen(elasticsearch));
    }

    private static int chosen(int port) {
        return port == 0 ? sightings.engines.Ports.free() : port;
    }

    /** Refuses to start where one is given twice or is taken, and says which option chooses another. */
    void requireFree(boolean withWorld) {
        var options = options(withWorld);
        requireDifferent(options);
        options.forEach((option, port) -> {
            if (sightings.engines.Ports.taken(port)) {
                throw new Refused("Port " + port + " is taken by another program. " + another(option, port));
            }
        });
    }

    private Map<String, Integer> options(boolean withWorld) {
        Map<String, Integer> options = new LinkedHashMap<>();
        options.put("--port", site);
        options.put("--ingest-port", ingest);
        options.put("--kafka-port", kafka);
        options.put("--elasticsearch-port", elasticsearch);
        if (withWorld) {
            options.put("--world-port", world);
        }
        return options;
    }

    private static void requireDifferent(Map<String, Integer> options) {
        Map<Integer, String> first = new HashMap<>();
        options.forEach((option, port) -> {
            var other = first.putIfAbsent(port, option);
            if (other != null) {
                throw new Refused("Port " + port + " is given to two options, " + other + " and " + option + ". "
                        + another(option, port));
            }
        });
    }

    private static String another(String option, int port) {
        return "Choose another one: " + option + " " + (port + 100) + " (or " + option + " 0 for any free one).";
    }
}
