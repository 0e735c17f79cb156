package net.sociallook.consent;

/** What somebody wants to do with data of one client at one holder. */
public sealed interface AccessRequest {
  ClientId client();

  InstitutionId holder();

  Operation operation();

  /** A caseworker of an institution asks. */
  record ByInstitution(Grant.Parties parties, Requester requester, InstitutionId holder, Act act)
      implements AccessRequest {
    public ByInstitution {
      if (!parties.recipient().equals(requester.institution())) {
        throw new IllegalArgumentException(
            "recipient: "
                + parties.recipient()
                + " (expected: the requester's, "
                + requester.institution()
                + ")");
      }
    }

    @Override
    public ClientId client() {
      return parties.client();
    }

    @Override
    public Operation operation() {
      return act.operation();
    }
  }

  /** The client asks for her own data. The purpose is always {@link Purpose#OWN_ACCESS}. */
  record ByClient(ClientId client, InstitutionId holder, Operation operation)
      implements AccessRequest {}

  /** What is to be done, and what for. */
  record Act(Operation operation, Purpose purpose) {}
}
