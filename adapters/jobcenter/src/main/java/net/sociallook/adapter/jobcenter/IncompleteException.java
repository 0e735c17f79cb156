package net.sociallook.adapter.jobcenter;

/** A row lacks what it cannot be understood without. The case system has such rows. */
final class IncompleteException extends Exception {
  private static final long serialVersionUID = 1;

  IncompleteException(String field) {
    super(field + ": none");
  }
}
