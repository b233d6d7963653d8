package sightings.showcase.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import sightings.city.CitySettings;
import sightings.evidence.Hashes;
import sightings.showcase.index.Cursor;
import sightings.showcase.index.DocumentJson;

/** Makes answers: an ETag from the bytes, 304 where the asker has them, links by absolute address. */
@Component
class Answers {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
    static final MediaType ATOM = MediaType.APPLICATION_ATOM_XML;
    static final MediaType JSON_FEED = MediaType.valueOf("application/feed+json");

    private final URI site;

    Answers(CitySettings city) {
        this.site = city.site();
    }

    /** This address of the site. */
    String absolute(String path) {
        var base = site.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** As JSON. */
    ResponseEntity<byte[]> json(HttpServletRequest request, Object answer, @Nullable Cursor next) {
        return bytes(request, MediaType.APPLICATION_JSON, DocumentJson.write(answer), next);
    }

    /** As something else. */
    ResponseEntity<byte[]> text(HttpServletRequest request, MediaType type, String answer, @Nullable Cursor next) {
        return bytes(request, type, answer.getBytes(StandardCharsets.UTF_8), next);
    }

    private ResponseEntity<byte[]> bytes(
            HttpServletRequest request, MediaType type, byte[] answer, @Nullable Cursor next) {
        var etag = "\"" + Hashes.id(type.toString(), new String(answer, StandardCharsets.UTF_8)) + "\"";
        boolean known = isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), etag);
        var response = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(etag)
                // Kept, but asked for each time: what staff withdraw is gone.
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePublic().mustRevalidate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + linkTo(request, next) + ">; rel=\"next\"");
        }
        return known ? response.build() : response.contentType(type).body(answer);
    }

    /** This request's address, with another cursor. */
    String linkTo(HttpServletRequest request, Cursor next) {
        var builder = UriComponentsBuilder.fromUriString(absolute(request.getRequestURI()));
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("cursor")) {
                for (String value : values) {
                    builder.queryParam(
                            name, org.springframework.web.util.UriUtils.encode(value, StandardCharsets.UTF_8));
                }
            }
        });
        return builder.queryParam("cursor", next.text()).build(true).toUriString();
    }

    private static boolean isKnown(@Nullable String ifNoneMatch, String etag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",")) {
            var tag = one.strip();
            if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
