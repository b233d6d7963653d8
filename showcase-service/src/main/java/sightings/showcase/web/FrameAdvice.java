package sightings.showcase.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import sightings.city.CitySettings;
import sightings.showcase.projection.ProjectionStatus;
import sightings.showcase.web.SiteFrame.LanguageLink;

/** Gives every page its frame, as the model attribute {@code site}. */
@ControllerAdvice(annotations = Controller.class)
class FrameAdvice {

    /** A hiccup is nobody's business; the promise to readers is that they hear of more than this. */
    private static final Duration UNNOTICED = Duration.ofMinutes(2);

    private final CitySettings city;
    private final Languages languages;
    private final MessageSource messages;
    private final ObjectProvider<ProjectionStatus> projection;

    FrameAdvice(
            CitySettings city,
            Languages languages,
            MessageSource messages,
            ObjectProvider<ProjectionStatus> projection) {
        this.city = city;
        this.languages = languages;
        this.messages = messages;
        this.projection = projection;
    }

    @ModelAttribute("site")
    SiteFrame site(HttpServletRequest request, Locale locale) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed == null ? request.getRequestURI() : failed.toString();
        var contact = city.contact();
        return new SiteFrame(
                city.name(),
                city.site().toString().replaceAll("/+$", ""),
                city.sample(),
                path,
                links(path, request.getQueryString(), locale),
                address(contact.accessibility()),
                address(contact.privacy()),
                address(contact.report()),
                old(locale));
    }

    private List<LanguageLink> links(String path, @Nullable String query, Locale locale) {
        return languages.tags().stream()
                .map(tag -> new LanguageLink(
                        tag, languages.nameOf(tag), in(tag, path, query), tag.equals(locale.getLanguage())))
                .toList();
    }

    private static String in(String tag, String path, @Nullable String query) {
        // What came in is not decoded here, so it goes out as it was.
        return UriComponentsBuilder.fromPath(path.startsWith("//") ? "/" : path)
                .query(query == null ? "" : query)
                .replaceQueryParam(LanguageChoice.PARAMETER, tag)
                .build()
                .toUriString();
    }

    private static @Nullable String address(@Nullable String contact) {
        if (contact == null || contact.isBlank()) {
            return null;
        }
        boolean isMail = contact.contains("@") && !contact.contains(":");
        return isMail ? "mailto:" + contact : contact.matches("(https?|mailto):.*") ? contact : "https://" + contact;
    }

    private @Nullable String old(Locale locale) {
        var status = projection.getIfAvailable();
        if (status == null) {
            return null;
        }
        var behind = status.now().behind();
        if (behind.compareTo(UNNOTICED) < 0) {
            return null;
        }
        var key = behind.toHours() >= 48
                ? "frame.old.days"
                : behind.toMinutes() >= 120 ? "frame.old.hours" : "frame.old.minutes";
        long number = behind.toHours() >= 48
                ? behind.toDays()
                : behind.toMinutes() >= 120 ? behind.toHours() : behind.toMinutes();
        return messages.getMessage(key, new Object[] {number}, locale);
    }
}
