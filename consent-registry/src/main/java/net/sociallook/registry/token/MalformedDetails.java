package net.sociallook.registry.token;

/** The authorization details of a token request are not as the contract says. */
public final class MalformedDetails extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String description;

  MalformedDetails(String description) {
    super(description, null, false, false);
    this.description = description;
  }

  /** What is wrong and what is expected; nothing that the request said is repeated. */
  public String description() {
    return description;
  }
}
