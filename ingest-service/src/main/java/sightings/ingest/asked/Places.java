package sightings.ingest.asked;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sightings.city.CitySettings;
import sightings.event.PlaceGone;
import sightings.event.SourceReported;
import sightings.evidence.Said;
import sightings.evidence.SourceId;
import sightings.ingest.asked.Answer.Place;
import sightings.ingest.asked.Answer.Repository;
import sightings.ingest.github.KnownOnGitHub;
import sightings.ingest.publishing.CheckpointReader;
import sightings.ingest.publishing.KeptPlaces;
import sightings.ingest.watching.Redactor;
import sightings.ingest.watching.WatchedSources;
import sightings.ingest.watching.WatchedSources.Source;

/** Tells whether we look at an address, and when we last did. */
@Component
class Places {

    private final WatchedSources sources;
    private final KeptPlaces kept;
    private final CheckpointReader checkpoints;
    private final String github;
    private final Set<String> portals;

    /** How an address is covered. The names are those of the answer. */
    enum Cover {
        /** It is the city's own portal, whose pages are no uses. */
        PORTAL,
        /** It is a feed that is read. */
        FEED,
        /** A feed of the same site is read, and its articles. */
        FEED_SITE,
        /** GitHub is searched. */
        GITHUB,
        /** Nobody looks there. */
        NONE
    }

    /** What is kept of an address. The names are those of the answer. */
    enum Kept {
        SEEN,
        GONE,
        NOTHING,
        /** It could not be found out in time. */
        UNKNOWN
    }

    Places(WatchedSources sources, KeptPlaces kept, CheckpointReader checkpoints, CitySettings city) {
        this.sources = sources;
        this.kept = kept;
        this.checkpoints = checkpoints;
        this.github = host(city.github().web());
        this.portals = city.portals().stream()
                .flatMap(portal -> Stream.concat(Stream.of(portal.host()), portal.hosts().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The place with this address; null where it is no web address. */
    @Nullable
    Place of(String pasted) {
        var address = address(pasted);
        if (address == null) {
            return null;
        }
        var told = Redactor.address(address.toString());
        var source = source(address);
        var cover = cover(address, source);
        var seen = seen(told);
        return new Place(
                told,
                cover.name(),
                source.map(Source::title).orElse(null),
                seen.kept().name(),
                seen.at(),
                seen.gone(),
                cover == Cover.GITHUB ? repository(address) : null);
    }

    private static @Nullable URI address(String pasted) {
        var first = pasted.strip().split("\\s", 2)[0];
        int fragment = first.indexOf('#');
        try {
            var address = new URI(fragment < 0 ? first : first.substring(0, fragment));
            return first.matches("https?://.{1,4000}") && address.getHost() != null ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private Optional<Source> source(URI address) {
        var host = host(address);
        if (isGitHub(host)) {
            return sources.sources().stream()
                    .filter(source -> source.kind() == SourceReported.Kind.GITHUB)
                    .findFirst();
        }
        var feeds = sources.sources().stream()
                .filter(source -> source.kind() == SourceReported.Kind.FEED)
                .toList();
        return feeds.stream()
                .filter(feed -> isFeed(feed, address))
                .findFirst()
                .or(() -> feeds.stream()
                        .filter(feed -> host.equals(feedHost(feed)))
                        .findFirst());
    }

    private Cover cover(URI address, Optional<Source> source) {
        if (portals.contains(host(address)) || portals.contains("www." + host(address))) {
            return Cover.PORTAL;
        }
        return source.map(by -> by.kind() == SourceReported.Kind.GITHUB
                        ? Cover.GITHUB
                        : isFeed(by, address) ? Cover.FEED : Cover.FEED_SITE)
                .orElse(Cover.NONE);
    }

    private boolean isGitHub(String host) {
        return host.equals(github) || github.equals("github.com") && host.equals("raw.githubusercontent.com");
    }

    private static boolean isFeed(Source feed, URI address) {
        return feed.id().equals(SourceId.feed(address.toString()));
    }

    private static String feedHost(Source feed) {
        var address = address(feed.id().feedAddress());
        return address == null ? "" : host(address);
    }

    private static String host(URI address) {
        var host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** What is kept of a place. */
    private record Seen(
            Kept kept, @Nullable Instant at, @Nullable Said gone) {}

    private Seen seen(String address) {
        var seen = seenAt(address);
        if (seen.kept() != Kept.NOTHING) {
            return seen;
        }
        return seenAt(address.endsWith("/") ? address.substring(0, address.length() - 1) : address + "/");
    }

    private Seen seenAt(String address) {
        return switch (kept.of(address)) {
            case KeptPlaces.Nothing _ -> new Seen(Kept.NOTHING, null, null);
            case KeptPlaces.Unknown _ -> new Seen(Kept.UNKNOWN, null, null);
            case KeptPlaces.Seen(Instant at) -> new Seen(Kept.SEEN, at, null);
            case KeptPlaces.Gone(PlaceGone gone) -> new Seen(Kept.GONE, gone.time(), gone.said());
        };
    }

    private @Nullable Repository repository(URI address) {
        try {
            return KnownOnGitHub.at(
                            address, checkpoints.read(KnownOnGitHub.SOURCE).parts())
                    .map(known -> new Repository(
                            known.name(),
                            known.files(),
                            known.checkedAt(),
                            known.missingSince() != null,
                            known.file().name()))
                    .orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
