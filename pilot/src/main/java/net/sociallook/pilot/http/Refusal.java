package net.sociallook.pilot.http;

/** A server answered, and the answer was no. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Answer answer;

  public Refusal(String what, Answer answer) {
    super(what + ": " + answer.reason() + " (status " + answer.status() + ")");
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
