package sightings.showcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import sightings.showcase.index.IndexAway;

/** Answers a person with an error page in words, and a program of the API with problem details. */
@ControllerAdvice(basePackages = {"sightings.showcase.pages", "sightings.showcase.desk", "org.springframework"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);
    private static final String AGAIN_SECONDS = "10";

    @ExceptionHandler(MissingException.class)
    @Nullable
    ResponseEntity<ProblemDetail> missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(HttpStatus.NOT_FOUND, request, response);
    }

    @ExceptionHandler(GoneException.class)
    @Nullable
    ResponseEntity<ProblemDetail> gone(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(HttpStatus.GONE, request, response);
    }

    @ExceptionHandler(MovedException.class)
    ResponseEntity<Void> moved(MovedException moved) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(moved.address())
                // It can be taken back.
                .cacheControl(CacheControl.noCache())
                .build();
    }

    @ExceptionHandler(IndexAway.class)
    @Nullable
    ResponseEntity<ProblemDetail> away(IndexAway problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        log.warn("No page: {}", problem.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        ServletRequestBindingException.class
    })
    @Nullable
    ResponseEntity<ProblemDetail> wrongRequest(
            Exception problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return answer(((ErrorResponse) problem).getStatusCode(), request, response);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    @Nullable
    ResponseEntity<ProblemDetail> notOfThisForm(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(HttpStatus.NOT_FOUND, request, response);
    }

    private static @Nullable ResponseEntity<ProblemDetail> answer(
            HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            return ResponseEntity.of(ProblemDetail.forStatus(status)).build();
        }
        response.sendError(status.value());
        return null;
    }
}
