package net.sociallook.registry.web;

import org.springframework.http.ProblemDetail;

/**
 * The request is refused. Thrown from wherever that is known, so that a transaction in progress is
 * rolled back; answered in {@link ProblemAnswers} alone.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Problem problem;

  public Refused(Problem problem) {
    super(problem.code(), null, false, false);
    this.problem = problem;
  }

  /**
   * @param detail what the caller should correct, in the form {@code value: X (expected: Y)}
   */
  public Refused(Problem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  ProblemDetail body() {
    ProblemDetail body = problem.body();
    String message = String.valueOf(getMessage());
    if (!message.equals(problem.code())) {
      body.setDetail(message);
    }
    return body;
  }
}
