package net.sociallook.adapter.record;

/** Somebody who sends, receives or carries out. */
public sealed interface Party {
  /** The client whom the record is about. */
  record OfClient() implements Party {}

  /** The existing system's own institution, where no caseworker is named. */
  record OfHolder() implements Party {}

  /**
   * Another institution.
   *
   * @param directoryId the institution's id in SOCIALLOOK: by it the gateway tells who may see a
   *     message
   */
  record OfInstitution(String directoryId, String name) implements Party {}

  /** A caseworker of the existing system's own institution. */
  record OfCaseworker(Author caseworker) implements Party {}

  /** Somebody whom SOCIALLOOK does not know. */
  record Outside(String name) implements Party {}
}
