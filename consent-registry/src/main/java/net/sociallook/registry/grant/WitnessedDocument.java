package net.sociallook.registry.grant;

/** What an institution has witnessed. */
record WitnessedDocument(SignedDocument.Shown shown, Witnessing witnessing)
    implements GrantDocument {}
