package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place that turns what went wrong into an answer. Nothing of the request or of an
 * exception is repeated in it.
 */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  @ExceptionHandler
  ResponseEntity<Object> refused(Refused refused, HttpServletRequest request) {
    return answer(refused.body(), new HttpHeaders(), request.getRequestURI());
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<Object> databaseAway(Exception cause, HttpServletRequest request) {
    LOG.warn("Database not available: {}", cause.getClass().getSimpleName());
    return answer(Problem.UNAVAILABLE, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> defect(Exception defect, HttpServletRequest request) {
    LOG.error("Defect in {} {}", request.getMethod(), kindOf(request), defect);
    return answer(Problem.INTERNAL, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = BodyLimit.exceededIn(cause) ? Problem.TOO_LARGE : of(status);
    return answer(problem.body(), headers, pathOf(request));
  }

  private static Problem of(HttpStatusCode status) {
    return switch (HttpStatus.valueOf(status.value())) {
      case NOT_FOUND -> Problem.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> Problem.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> Problem.NOT_ACCEPTABLE;
      case UNSUPPORTED_MEDIA_TYPE -> Problem.UNSUPPORTED_MEDIA_TYPE;
      case CONTENT_TOO_LARGE -> Problem.TOO_LARGE;
      default -> status.is4xxClientError() ? Problem.MALFORMED : Problem.INTERNAL;
    };
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpServletRequest request) {
    return answer(problem.body(), new HttpHeaders(), request.getRequestURI());
  }

  private static ResponseEntity<Object> answer(
      ProblemDetail problem, HttpHeaders headers, String path) {
    Refusal refusal = Refusal.of(problem, path);
    return ResponseEntity.status(problem.getStatus())
        .headers(headers)
        .contentType(refusal.type())
        .body(refusal.body());
  }

  private static String pathOf(WebRequest request) {
    return request instanceof ServletWebRequest servlet ? servlet.getRequest().getRequestURI() : "";
  }

  /** The path with nothing in it that is anybody's. */
  private static String kindOf(HttpServletRequest request) {
    return Optional.ofNullable(
            request.getAttribute(
                "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"))
        .map(Object::toString)
        .orElse("?");
  }
}
