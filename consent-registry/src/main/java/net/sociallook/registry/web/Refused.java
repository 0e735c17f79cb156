package net.sociallook.registry.web;

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

  public Problem problem() {
    return problem;
  }
}
