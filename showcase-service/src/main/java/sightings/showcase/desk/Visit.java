package sightings.showcase.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Knows since when things are new to this person: since the last request of their previous session, which a cookie
 * remembers; in a browser that was never here, since now.
 */
@Component
class Visit {

    private static final String COOKIE = "desk-last-visit";
    private static final String SINCE = Visit.class.getName() + ".since";

    private final InstantSource clock;

    Visit(InstantSource clock) {
        this.clock = clock;
    }

    /** Since when things are new; notes that the person is here. */
    Instant since(HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        var session = request.getSession();
        if (!(session.getAttribute(SINCE) instanceof Instant)) {
            session.setAttribute(SINCE, lastVisit(request, now));
        }
        response.addCookie(lastVisitCookie(request, now));
        return session.getAttribute(SINCE) instanceof Instant since ? since : now;
    }

    private static Cookie lastVisitCookie(HttpServletRequest request, Instant now) {
        var cookie = new Cookie(COOKIE, Long.toString(now.toEpochMilli()));
        cookie.setPath("/desk");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Instant lastVisit(HttpServletRequest request, Instant now) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                var time = cookie.getName().equals(COOKIE) ? parsed(cookie.getValue()) : null;
                if (time != null && time.isBefore(now)) {
                    return time;
                }
            }
        }
        return now;
    }

    private static @Nullable Instant parsed(String value) {
        return value.matches("\\d{1,14}") ? Instant.ofEpochMilli(Long.parseLong(value)) : null;
    }
}
