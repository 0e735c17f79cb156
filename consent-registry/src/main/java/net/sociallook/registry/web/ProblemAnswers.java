package net.sociallook.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place that turns what went wrong into an answer for programs. Nothing of the request or
 * of an exception is repeated in it.
 */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ResponseEntity<Object> refused(Refused refused, HttpServletRequest request) {
    return answer(refused.body(), new HttpHeaders(), request.getRequestURI());
  }

  /** Leaves it to the server, which closes the connection: there is nothing left to answer. */
  @ExceptionHandler
  ResponseEntity<Object> brokenOff(BrokenOff broken) {
    throw broken;
  }

  @ExceptionHandler
  ResponseEntity<Object> failed(Exception cause, HttpServletRequest request) {
    return answer(Diagnosis.of(cause, request).body(), new HttpHeaders(), request.getRequestURI());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = BodyLimit.exceededIn(cause) ? Problem.TOO_LARGE : Diagnosis.of(status);
    return answer(problem.body(), headers, pathOf(request));
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
}
