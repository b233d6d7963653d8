package sightings.local.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Connection;
import org.jsoup.Connection.Method;
import org.jsoup.Connection.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** One signed-in visit to the desk, through its pages and forms as a person makes it. */
public final class DeskVisit {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String site;
    private final Connection session;

    private DeskVisit(URI site) {
        this.site = site.toString().replaceAll("/$", "");
        this.session = Jsoup.newSession()
                .timeout((int) PATIENCE.toMillis())
                .ignoreHttpErrors(true)
                // As a browser asks: without it, what goes wrong is told in JSON.
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    /** Signs in; empty where the desk does not let this person in. */
    public static Optional<DeskVisit> signIn(URI site, String user, String password) throws IOException {
        var visit = new DeskVisit(site);
        var form = visit.form(visit.page("/desk/sign-in").parse(), "/desk/sign-in");
        if (form.isEmpty()) {
            return Optional.empty();
        }
        var request = visit.request(form.get()).followRedirects(false);
        fill(request, form.get(), Map.of("username", user, "password", password));
        var answer = request.execute();
        var next = answer.header("Location");
        return next == null || next.contains("/sign-in") ? Optional.empty() : Optional.of(visit);
    }

    /** A page of the desk, whatever its status. */
    public Response page(String path) throws IOException {
        return session.newRequest(site + path).method(Method.GET).execute();
    }

    /** The form of a page that is sent to an address with this ending. */
    public Optional<FormElement> form(Document page, String ending) {
        return page.select("form").stream()
                .map(FormElement.class::cast)
                .filter(form -> form.attr("action").replaceAll("\\?.*", "").endsWith(ending))
                .findFirst();
    }

    /** Sends a form with these fields filled in and the others as they stand. */
    public Response send(FormElement form, Map<String, String> fields) throws IOException {
        var request = request(form);
        fill(request, form, fields);
        return request.execute();
    }

    /** Sends a form with a file. */
    Response upload(FormElement form, String field, String name, byte[] file) throws IOException {
        var request = request(form);
        fill(request, form, Map.of());
        return request.data(field, name, new ByteArrayInputStream(file), "text/csv")
                .execute();
    }

    private Connection request(FormElement form) {
        return session.newRequest(form.absUrl("action")).method(Method.POST);
    }

    private static void fill(Connection request, FormElement form, Map<String, String> fields) {
        form.formData().stream()
                .filter(field -> !fields.containsKey(field.key()) && !field.hasInputStream())
                .forEach(field -> request.data(field.key(), field.value()));
        fields.forEach(request::data);
    }
}
