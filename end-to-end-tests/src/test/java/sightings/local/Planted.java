package sightings.local;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of an access log in which words are planted wherever a line may tell about a person: in those that are counted, in
 * those that are filtered and in those that cannot be read. None of the words may be seen anywhere afterwards.
 */
final class Planted {

    /** The dataset that the lines ask for. */
    static final String DATASET = "ijzp-q8t2";

    private static final String DATA = "/resource/" + DATASET + ".json";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) PlantedBrowser/7.31";

    private Planted() {}

    /** All that is planted. */
    static List<String> words() {
        var words = new ArrayList<>(List.of(
                // Addresses
                "203.0.113.77",
                "203.0.113.78",
                "203.0.113.79",
                "203.0.113.80",
                "203.0.113.81",
                "2001:db8:feed::beef",
                "198.51.100.177",
                "planted-host.example.org",
                // Agents
                "PlantedBrowser",
                "plantedscript/4.2",
                "planted.agent@example.org",
                // Names and passwords
                "planteduser",
                "plantedpass",
                "plantedlogin",
                // Tokens, cookies, questions
                "PlantedToken456",
                "PlantedKey789",
                "PlantedCookie123",
                "PlantedSession9",
                "plantedquestion",
                "plantedquery",
                "planted.person@example.org",
                "planted404",
                "plantedreset@example.org",
                // Where they came from
                "plantedpath",
                "planted.referrer@example.org",
                "plantedreferrerquery",
                "planted.on.github@example.org",
                // Lines that are none
                "PLANTEDMETHOD",
                "plantedgarbage",
                "plantedjson",
                "planteddate",
                "plantedstatus",
                "plantednul"));
        return words.stream().map(String::toLowerCase).distinct().toList();
    }

    /** The lines; the last one is counted as a download through the API, like the first two. */
    static List<String> lines() {
        var lines = new ArrayList<>(List.of(
                line(
                        "203.0.113.77",
                        "-",
                        "GET " + DATA + "?$$app_token=PlantedToken456&$q=plantedquery",
                        200,
                        "-",
                        BROWSER),
                line(
                        "2001:db8:feed::beef",
                        "plantedlogin",
                        "GET " + DATA + "?email=planted.person@example.org",
                        200,
                        "https://planted-host.example.org/plantedpath",
                        "plantedscript/4.2 (planted.agent@example.org)"),
                // Filtered: another method, status, nothing of ours
                line("203.0.113.78", "-", "POST " + DATA + "?api_key=PlantedKey789", 200, "-", BROWSER),
                line("203.0.113.78", "-", "PLANTEDMETHOD " + DATA, 200, "-", BROWSER),
                line("203.0.113.79", "-", "GET " + DATA + "?access_token=planted404", 404, "-", BROWSER),
                line("203.0.113.79", "-", "GET /d/" + DATASET + "/reset/plantedreset@example.org", 404, "-", BROWSER),
                line("203.0.113.80", "-", "GET /browse?q=plantedquestion", 200, "-", BROWSER),
                line("203.0.113.80", "-", "GET /login/planteduser?session=PlantedSession9", 500, "-", BROWSER),
                line(
                        "203.0.113.81",
                        "-",
                        "GET http://planteduser:plantedpass@data.cityofchicago.org" + DATA,
                        200,
                        "-",
                        BROWSER),
                // Rejected, each in its own way
                "198.51.100.177 - - [02/Nov/2026:15:0",
                "198.51.100.177 - plantedlogin [99/Foo/2026:15:00:00 +0000] \"GET /planteddate HTTP/1.1\" 200 1 \"-\" \"-\"",
                "198.51.100.177 - - [02/Nov/2026:15:00:00 +0000] \"GET /plantedstatus HTTP/1.1\" abc 1 \"-\" \"-\"",
                "198.51.100.177 - - [02/Nov/2026:15:00:00 +0000] \"\\x16\\x03\\x01plantedgarbage\" 400 1 \"-\" \"-\"",
                "{\"remote\":\"198.51.100.177\",\"cookie\":\"PlantedCookie123\",\"path\":\"/plantedjson\"}",
                "198.51.100.177\0plantednul\0",
                "plantedgarbage ".repeat(80_000),
                line("198.51.100.177", "-", "GET " + DATA, 200, "-", BROWSER) + " \"PlantedCookie123=planteduser\""));
        // A site from which enough people come on enough days is seen; what they read there is not.
        for (var day : List.of("31/Oct", "01/Nov", "02/Nov")) {
            for (int visitor = 0; visitor < 6; visitor++) {
                lines.add(("203.0.113.%d - - [%s/2026:10:00:0%d +0000] \"GET %s?visit=PlantedSession9 HTTP/1.1\" 200 9 "
                                + "\"https://%s/plantedpath/planted.referrer@example.org?from=plantedreferrerquery\" \"%s\"")
                        .formatted(
                                77 + visitor % 5,
                                day,
                                visitor,
                                DATA,
                                visitor % 2 == 0 ? "seen-blog.example" : "github.com/planted.on.github@example.org",
                                BROWSER + " v" + visitor));
            }
        }
        lines.add(line("203.0.113.77", "-", "GET " + DATA + "?last=PlantedToken456", 200, "-", "curl/8.9.1"));
        return lines;
    }

    private static String line(String address, String user, String request, int status, String referrer, String agent) {
        return "%s - %s [02/Nov/2026:14:59:00 +0000] \"%s HTTP/1.1\" %d 17 \"%s\" \"%s\""
                .formatted(address, user, request, status, referrer, agent);
    }
}
