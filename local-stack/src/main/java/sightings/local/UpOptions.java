package sightings.local;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How everything is started. */
final class UpOptions {

    @Mixin
    StateOptions state = new StateOptions();

    @Option(names = "--fresh", description = "Begin anew: delete this city's data first.")
    boolean fresh;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Public site, desk and API; 0 is any free port. Default: ${DEFAULT-VALUE}.")
    int site;

    @Option(
            names = "--ingest-port",
            defaultValue = "8081",
            description = "Health and metrics of ingest. Default: ${DEFAULT-VALUE}.")
    int ingest;

    @Option(
            names = "--world-port",
            defaultValue = "8090",
            description = "The outside of the sample city. Default: ${DEFAULT-VALUE}.")
    int world;

    @Option(names = "--kafka-port", defaultValue = "9192", description = "Kafka. Default: ${DEFAULT-VALUE}.")
    int kafka;

    @Option(
            names = "--elasticsearch-port",
            defaultValue = "9280",
            description = "Elasticsearch. Default: ${DEFAULT-VALUE}.")
    int elasticsearch;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A Spring setting for both services; may be repeated.")
    Map<String, String> settings = new LinkedHashMap<>();

    Ports ports() {
        return new Ports(site, ingest, world, kafka, elasticsearch).chosen();
    }
}
