package net.sociallook.registry.grant;

/** What a version of a grant rests on: the client's own signature, or what was witnessed. */
sealed interface GrantDocument permits SignedDocument, WitnessedDocument {

  SignedDocument.Shown shown();
}
