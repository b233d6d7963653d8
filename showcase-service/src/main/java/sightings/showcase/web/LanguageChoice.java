package sightings.showcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chooses the language of a page: {@code ?lang=es} first, which a cookie remembers; else the cookie; else what the
 * browser asks for; else the city's first language.
 */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver, HandlerInterceptor {

    static final String PARAMETER = "lang";
    private static final String COOKIE = "lang";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = known(request.getParameter(PARAMETER));
        if (asked == null) {
            var cookie = WebUtils.getCookie(request, COOKIE);
            asked = cookie == null ? null : known(cookie.getValue());
        }
        return asked != null ? Locale.of(asked) : byBrowser(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is asked for with ?" + PARAMETER + "=");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = known(request.getParameter(PARAMETER));
        if (asked != null) {
            var cookie = ResponseCookie.from(COOKIE, asked)
                    .path("/")
                    .maxAge(REMEMBERED)
                    .sameSite("Lax")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }

    private @Nullable String known(@Nullable String tag) {
        return tag != null && languages.has(tag) ? tag : null;
    }

    private Locale byBrowser(HttpServletRequest request) {
        // Without the header, the servlet would answer with the server's own language.
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return languages.first();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(languages::has)
                .findFirst()
                .map(Locale::of)
                .orElse(languages.first());
    }
}
