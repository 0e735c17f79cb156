package net.sociallook.registry.page.titles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.ownaccess.OwnItems;

/** One thing at one holder. */
public record Thing(InstitutionId holder, ResourceType type, String id) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** {@code {document}-{n}}. */
  private static final Pattern FILE = Pattern.compile("(.+)-[1-9][0-9]{0,2}");

  /**
   * As the ledger names it; of a file its document. Empty for what has no title: contact data, free
   * time.
   */
  public static Optional<Thing> of(String holder, String type, String id) {
    if (!isId(id)) {
      return Optional.empty();
    }
    InstitutionId at = new InstitutionId(holder);
    return switch (type) {
      case "Binary" -> {
        Matcher file = FILE.matcher(id);
        yield file.matches()
            ? Optional.of(new Thing(at, ResourceType.DOCUMENT_REFERENCE, file.group(1)))
            : Optional.empty();
      }
      case "DocumentReference",
          "Appointment",
          "Goal",
          "CarePlan",
          "Communication",
          "ServiceRequest",
          "Task" ->
          Optional.of(new Thing(at, ResourceType.ofCode(type), id));
      default -> Optional.empty();
    };
  }

  /** The only document that a provision is about; empty where it is about all. */
  public static Optional<Thing> onlyDocument(Provision provision) {
    return provision
        .limits()
        .narrowing()
        .document()
        .filter(document -> isId(document.value()))
        .map(document ->
            new Thing(provision.holder(), ResourceType.DOCUMENT_REFERENCE, document.value()));
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  OwnItems.Place place() {
    return new OwnItems.Place(holder, type);
  }
}
