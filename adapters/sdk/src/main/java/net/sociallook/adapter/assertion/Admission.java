package net.sociallook.adapter.assertion;

import net.sociallook.adapter.link.Pseudonym;
import net.sociallook.adapter.server.Refusal;

/** What the check of a request's assertion came to. */
public sealed interface Admission {
  /**
   * A gateway decided this request.
   *
   * @param patient whom the request is about; nothing about anybody else may be answered
   */
  record Admitted(Pseudonym patient) implements Admission {}

  record Refused(Refusal refusal) implements Admission {}
}
