package sightings.browser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import sightings.dataset.CatalogueVersion;
import sightings.dataset.DatasetId;
import sightings.event.EventCodec;
import sightings.event.UseSighted;
import sightings.evidence.Grade;
import sightings.evidence.Method;
import sightings.evidence.Place;
import sightings.evidence.Sighting;
import sightings.evidence.SightingId;
import sightings.evidence.SourceId;
import sightings.evidence.Subject;
import sightings.evidence.SubjectId;
import sightings.evidence.UseId;
import sightings.evidence.Verification;

/**
 * An app that was found in its repository and at its homepage: what staff are asked to merge. The sample city has none,
 * since its repositories are real and a homepage would be made up.
 *
 * @param name of the app
 */
record Twins(String name) {

    private static final DatasetId CRIMES = new DatasetId("ijzp-q8t2");
    private static final Instant FOUND = Instant.parse("2026-11-02T12:00:00Z");

    /** The use that is the repository. */
    UseId repository() {
        return UseId.of(repositorySubject().id());
    }

    /** The use that is the homepage. */
    UseId site() {
        return UseId.of(siteSubject().id());
    }

    /** Lets both be found. */
    void appear(String kafka) {
        var codec = new EventCodec();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var subject : List.of(repositorySubject(), siteSubject())) {
                producer.send(codec.write(sighted(subject))).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Subject repositorySubject() {
        return subject(
                new SubjectId("github:999000111"),
                Subject.Kind.REPOSITORY,
                "https://github.com/example/" + name,
                home());
    }

    private Subject siteSubject() {
        return subject(SubjectId.web(java.net.URI.create(home())), Subject.Kind.SITE, home(), null);
    }

    private String home() {
        return "https://" + name + ".example.org";
    }

    private Subject subject(
            SubjectId id, Subject.Kind kind, String url, @org.jspecify.annotations.Nullable String homepage) {
        return new Subject(id, kind, name, null, url, homepage, null, null, null, List.of(), FOUND);
    }

    private static UseSighted sighted(Subject about) {
        var place = new Place(about.url(), null, null);
        return new UseSighted(
                UseId.of(about.id()),
                about,
                new Sighting(
                        SightingId.of(about.id(), place, CRIMES),
                        CRIMES,
                        place,
                        Grade.REFERENCE,
                        Method.URL,
                        Verification.HOST_AND_ID,
                        0.9,
                        "https://data.cityofchicago.org/d/ijzp-q8t2",
                        new SourceId("github"),
                        FOUND,
                        null,
                        "test@1",
                        new CatalogueVersion("test")),
                FOUND);
    }
}
