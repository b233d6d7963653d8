package sightings.city;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The city's one file, {@code city.yml}. Both services read it whole, so that a misspelt key is told at once; this one
 * uses the portals, logs, statistics, GitHub and feeds.
 *
 * @param name the city's name
 * @param site public address of the showcase
 * @param languages languages of the pages, the first one by default
 * @param timeZone in which pages show days
 * @param sample whether this is the sample city
 * @param portals where the city's open data is
 * @param logs access logs of the portals
 * @param counting how long a log day stays open, which numbers are too small to be told, and who is a robot
 * @param statistics what a portal reports itself
 * @param github where code is searched
 * @param feeds feeds to read
 * @param feedsEvery how often an active feed is read; a quiet one is read up to 48 times less often, at least once a day
 * @param map what the maps show first
 * @param contact whom the footers name
 * @param howWeChoose how stories are chosen, by language
 */
@Validated
@ConfigurationProperties(prefix = "city", ignoreUnknownFields = false)
public record CitySettings(
        @NotBlank String name,
        @NotNull @WebAddress URI site,
        @NotEmpty @DefaultValue("en") List<@Pattern(regexp = "[a-z]{2}") String> languages,
        @NotNull @DefaultValue("UTC") ZoneId timeZone,
        @DefaultValue("false") boolean sample,
        @NotEmpty @DefaultValue({}) List<@Valid Portal> portals,
        @DefaultValue({}) List<@Valid Logs> logs,
        @Valid @DefaultValue Counting counting,
        @DefaultValue({}) List<@Valid Statistics> statistics,
        @Valid @DefaultValue GitHub github,
        @DefaultValue({}) List<@WebAddress URI> feeds,
        @Positive @DefaultValue("30m") Duration feedsEvery,
        @Nullable @Valid MapView map,
        @Valid @DefaultValue Contact contact,
        @DefaultValue Map<String, String> howWeChoose) {

    /** What a portal speaks. */
    public enum PortalKind {
        /** Socrata's discovery API. */
        SOCRATA,
        /** A DCAT-US 1.1 or 3.0 {@code data.json}: JKAN, DKAN and others. */
        DCAT_US,
        /** CKAN's action API. */
        CKAN,
        /** ArcGIS Hub's feed of DCAT-US. */
        ARCGIS_HUB,
        /** Opendatasoft's Explore API. */
        OPENDATASOFT
    }

    /**
     * One open-data portal.
     *
     * @param address the host people link to
     * @param kind what it speaks; null where that is to be found by asking it
     * @param catalogue base address to harvest from, where it is not the address
     * @param hosts other hosts people link to
     */
    public record Portal(
            @NotNull @WebAddress URI address,
            @Nullable PortalKind kind,
            @Nullable @WebAddress URI catalogue,
            @DefaultValue({}) List<@Pattern(regexp = "[a-z0-9.-]+") String> hosts) {

        /** The host people link to, in lower case. */
        public String host() {
            return address.getHost().toLowerCase(Locale.ROOT);
        }

        /** Where the catalogue is read. */
        public URI harvestedFrom() {
            return catalogue == null ? address : catalogue;
        }
    }

    /**
     * A folder of access logs.
     *
     * @param name how staff know it; part of its source's id, so it never changes
     * @param folder where the files are; every file in it is read
     * @param format how their lines are written: {@code auto}, a name or a pattern of Apache or nginx
     * @param exclude addresses and blocks of addresses that are not counted, such as the city's own
     * @param excludeAgents programs that are not counted, such as monitors, by what their user agent contains
     */
    public record Logs(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String name,
            @NotNull Path folder,
            @DefaultValue("auto") String format,
            @DefaultValue({}) List<String> exclude,
            @DefaultValue({}) List<String> excludeAgents) {

        public Logs {
            exclude = List.copyOf(exclude);
            excludeAgents = List.copyOf(excludeAgents);
        }
    }

    /**
     * What counting keeps and tells.
     *
     * @param openFor how long after the last line of a log day was read it can still grow; then the salt of its visitors'
     *     pseudonyms is destroyed
     * @param fewerThan the first number of visitors that the public is told exactly
     * @param robots JSON list of robots by which ingest tells who asks; null for the one that it brings
     */
    public record Counting(
            @NotNull @DurationMin(hours = 1) @DurationMax(hours = 60) @DefaultValue("48h")
            Duration openFor,

            @Min(2) @Max(1_000) @DefaultValue("5") int fewerThan,
            @Nullable Path robots) {}

    /**
     * What a portal reports itself.
     *
     * @param name how staff know it; part of its source's id, so it never changes
     * @param file CSV with the columns dataset, day, kind, count
     */
    public record Statistics(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,40}") String name,
            @NotNull Path file) {}

    /**
     * GitHub, or a server that speaks its REST API.
     *
     * @param address of the API
     * @param web of the pages
     * @param token for the code search, which has no anonymous use; empty where there is none
     * @param every how often the search is repeated
     */
    public record GitHub(
            @NotNull @WebAddress @DefaultValue("https://api.github.com")
            URI address,

            @NotNull @WebAddress @DefaultValue("https://github.com")
            URI web,

            @DefaultValue("") String token,
            @Positive @DefaultValue("24h") Duration every) {

        /** Never shows the token. */
        @Override
        public String toString() {
            return "GitHub[" + address + (token.isBlank() ? ", no token]" : ", token set]");
        }
    }

    /**
     * What the maps show first.
     *
     * @param centre longitude and latitude
     * @param zoom zoom level
     * @param boundaries GeoJSON of the city's areas
     */
    public record MapView(
            @NotNull @Size(min = 2, max = 2) List<Double> centre,
            @DefaultValue("10") double zoom,
            @Nullable Path boundaries) {}

    /**
     * Whom the footers name: an e-mail or web address each.
     *
     * @param accessibility for what cannot be used
     * @param privacy for questions of privacy
     * @param report for what is wrong
     */
    public record Contact(
            @Nullable String accessibility,
            @Nullable String privacy,
            @Nullable String report) {}
}
