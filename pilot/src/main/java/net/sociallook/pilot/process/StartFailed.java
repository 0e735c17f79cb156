package net.sociallook.pilot.process;

/** The pilot cannot start; the message says why and what to do, and is all that is shown. */
public final class StartFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartFailed(String message) {
    super(message);
  }

  public StartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
