package sightings.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Tests for {@link Ports}. */
class PortsTests {

    @Test
    void refusesThePortThatAnotherOptionHasByDefault() {
        var options = new UpOptions();
        new CommandLine(options).parseArgs("--port", "8090");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> options.ports().requireFree(true))
                .withMessage("Port 8090 is given to two options, --port and --world-port. Choose another one:"
                        + " --world-port 8190 (or --world-port 0 for any free one).");
    }

    @Test
    void refusesOnePortForTwoEngines() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new Ports(0, 0, 0, 9999, 9999).chosen().requireFree(true))
                .withMessageContaining("--kafka-port and --elasticsearch-port");
    }

    @Test
    void takesThePortOfTheWorldWhereThereIsNone() {
        var ports = new Ports(0, 0, 0, 0, 0).chosen();
        var same = new Ports(ports.site(), ports.ingest(), ports.site(), ports.kafka(), ports.elasticsearch());
        assertThatCode(() -> same.requireFree(false)).doesNotThrowAnyException();
    }

    @Test
    void saysWhichOptionChoosesAnotherPortThanOneThatIsTaken() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(sightings.engines.Ports.LOOPBACK))) {
            var ports = new Ports(0, socket.getLocalPort(), 0, 0, 0).chosen();
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> ports.requireFree(true))
                    .withMessageContaining("is taken by another program")
                    .withMessageContaining("--ingest-port");
        }
    }
}
