package net.sociallook.pilot.command;

/** A command cannot do what it was asked; its message is the one line that is shown. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  CommandFailed(String message) {
    super(message);
  }
}
