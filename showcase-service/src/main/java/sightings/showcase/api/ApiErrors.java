package sightings.showcase.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import sightings.showcase.index.DocumentJson;
import sightings.showcase.index.IndexAway;

/** Every error of the API is a problem detail; a stack trace never leaves the process. */
@RestControllerAdvice(basePackageClasses = ApiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(InvalidRequest invalid, HttpServletRequest request) {
        return problem(
                request,
                HttpStatus.BAD_REQUEST,
                "Some parameters cannot be used.",
                invalid.wrong().stream()
                        .map(wrong -> new Problem.ParameterError(wrong.parameter(), wrong.detail()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notThere(NotThere missing, HttpServletRequest request) {
        return problem(request, HttpStatus.NOT_FOUND, missing.getMessage(), null);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> away(IndexAway away, HttpServletRequest request) {
        LOG.warn("API waits: {}", away.getMessage());
        return problem(
                request, HttpStatus.SERVICE_UNAVAILABLE, "The index does not answer now; ask again in a moment.", null);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse error) {
            var status = HttpStatus.resolve(error.getStatusCode().value());
            return problem(
                    request,
                    status == null ? HttpStatus.BAD_REQUEST : status,
                    "This cannot be asked here in this way.",
                    null);
        }
        LOG.error("The API failed at {}", request.getRequestURI(), failure);
        return problem(request, HttpStatus.INTERNAL_SERVER_ERROR, "A fault of this program.", null);
    }

    private static ResponseEntity<byte[]> problem(
            HttpServletRequest request,
            HttpStatus status,
            @Nullable String detail,
            @Nullable List<Problem.ParameterError> errors) {
        var problem = new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.value(),
                detail == null ? status.getReasonPhrase() : detail,
                request.getRequestURI(),
                errors);
        var response = ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, "10");
        }
        return response.body(DocumentJson.write(problem));
    }
}
