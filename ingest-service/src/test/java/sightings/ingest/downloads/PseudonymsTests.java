package sightings.ingest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests for {@link Pseudonyms}. */
class PseudonymsTests {

    private final Pseudonyms today = new Pseudonyms(new byte[32]);
    private final Pseudonyms tomorrow = new Pseudonyms(new byte[] {1, 2, 3});

    @Test
    void isTheSameForTheSameVisitorAndUrlAndLineUnderOneSalt() {
        var again = new Pseudonyms(new byte[32]);
        var line = line("192.0.2.1", "curl/8", "/d/abcd-1234?a=b");
        assertThat(again.visitor(line)).isEqualTo(today.visitor(line));
        assertThat(again.url(line)).isEqualTo(today.url(line));
        assertThat(line(again, "a line")).isEqualTo(line(today, "a line"));
        assertThat(today.visitor(line).value()).matches("[0-9a-f]{16}");
    }

    @Test
    void isAnotherOnEachDayForEachUseAndWhereverTextsAreDividedElsewhere() {
        var line = line("192.0.2.1", "curl/8", "192.0.2.1");
        var otherwise = line("192.0.2.1c", "url/8", "192.0.2.1");
        var named = line("192.0.2.1", "curl/8", "/");
        named.identity.set("192.0.2.1");
        assertThat(Set.of(
                        today.visitor(line).value(),
                        tomorrow.visitor(line).value(),
                        today.visitor(otherwise).value(),
                        today.visitor(named).value(),
                        today.url(line),
                        tomorrow.url(line),
                        line(today, "192.0.2.1"),
                        line(tomorrow, "192.0.2.1")))
                .hasSize(8);
    }

    @Test
    void tellsAMillionAddressesApart() {
        var pseudonyms = new HashSet<String>();
        for (int i = 0; i < 1_000_000; i++) {
            pseudonyms.add(line(today, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)));
        }
        assertThat(pseudonyms).hasSize(1_000_000);
    }

    private static String line(Pseudonyms pseudonyms, String text) {
        var slice = new Slice();
        slice.set(text);
        return pseudonyms.line(slice.bytes, slice.from, slice.to);
    }

    private static LogLine line(String address, String agent, String target) {
        var line = new LogLine();
        line.clear();
        line.address.set(address);
        line.agent.set(agent);
        line.target.set(target);
        return line;
    }
}
