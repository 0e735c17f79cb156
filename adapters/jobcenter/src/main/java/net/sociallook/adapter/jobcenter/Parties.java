package net.sociallook.adapter.jobcenter;

import java.util.Optional;
import net.sociallook.adapter.record.Author;
import net.sociallook.adapter.record.Party;

/** Who sends, receives or carries out, as the case system writes it. */
final class Parties {
  private Parties() {}

  /** Empty where nobody is named. */
  static Optional<Party> maybe(Row party) throws IncompleteException {
    return party.fields().isEmpty() ? Optional.empty() : Optional.of(of(party));
  }

  /** An institution without an id in the directory is somebody whom SOCIALLOOK does not know. */
  static Party of(Row party) throws IncompleteException {
    Optional<String> directoryId = party.maybe("kennung");
    return switch (party.text("art")) {
      case "KUNDE" -> new Party.OfClient();
      case "HAUS" -> new Party.OfHolder();
      case "SB" -> new Party.OfCaseworker(new Author(directoryId, party.text("name")));
      case "STELLE" -> {
        String name = party.text("name");
        yield directoryId
            .<Party>map(id -> new Party.OfInstitution(id, name))
            .orElse(new Party.Outside(name));
      }
      case "EXTERN" -> new Party.Outside(party.text("name"));
      default -> throw Row.wrong("art");
    };
  }
}
