package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

/** Which {@link Problem} an exception is. What nobody expected is logged, without the request. */
public final class Diagnosis {
  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);

  private Diagnosis() {}

  public static Problem of(Exception cause, HttpServletRequest request) {
    if (cause instanceof Refused refused) {
      return refused.problem();
    }
    if (cause instanceof CannotCreateTransactionException
        || cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException) {
      LOG.warn("Database not available: {}", cause.getClass().getSimpleName());
      return Problem.UNAVAILABLE;
    }
    if (BodyLimit.exceededIn(cause)) {
      return Problem.TOO_LARGE;
    }
    if (cause instanceof InvalidParameterException unreadable) {
      return of(HttpStatusCode.valueOf(unreadable.getErrorCode()));
    }
    if (cause instanceof TypeMismatchException) {
      return Problem.MALFORMED;
    }
    if (cause instanceof ErrorResponse response) {
      return of(response.getStatusCode());
    }
    LOG.error("Defect in {} {}", request.getMethod(), kindOf(request), cause);
    return Problem.INTERNAL;
  }

  static Problem of(HttpStatusCode status) {
    return switch (HttpStatus.valueOf(status.value())) {
      case NOT_FOUND -> Problem.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> Problem.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> Problem.NOT_ACCEPTABLE;
      case UNSUPPORTED_MEDIA_TYPE -> Problem.UNSUPPORTED_MEDIA_TYPE;
      case CONTENT_TOO_LARGE -> Problem.TOO_LARGE;
      default -> status.is4xxClientError() ? Problem.MALFORMED : Problem.INTERNAL;
    };
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
