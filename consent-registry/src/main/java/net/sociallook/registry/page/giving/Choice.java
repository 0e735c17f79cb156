package net.sociallook.registry.page.giving;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.Giving;

/**
 * What a client has ticked and not signed yet.
 *
 * @param put what was last put before her to sign
 */
public record Choice(UUID id, About about, Form form, Optional<Giving.Put> put) {

  /** The path of the page on which it was made, as it was. */
  public String again() {
    String path = about.path();
    return path + (path.contains("?") ? "&" : "?") + "choice=" + id;
  }

  /** What it is an answer to. */
  public sealed interface About {
    InstitutionId recipient();

    /** The path of the page with the switches. */
    default String path() {
      return switch (this) {
        case Asked(UUID request, InstitutionId asker) -> "/requests/" + request;
        case Own(InstitutionId to, InstitutionId from) ->
            "/grants/new?recipient=" + to.value() + "&holder=" + from.value();
      };
    }

    /** A request of an institution. */
    record Asked(UUID request, InstitutionId recipient) implements About {}

    /** Nobody asked. */
    record Own(InstitutionId recipient, InstitutionId holder) implements About {}
  }

  /**
   * The fields of the form, as they were sent.
   *
   * @param allow keys of {@link Option}s
   * @param until last day, {@code 2027-03-01}
   * @param person id of a caseworker, or empty
   * @param level code of a confidentiality, or empty
   * @param documents by holder, the id of the only document of it
   */
  public record Form(
      List<String> allow,
      String until,
      String person,
      String level,
      Map<String, String> documents) {
    static final Form EMPTY = new Form(List.of(), "", "", "", Map.of());

    public Form {
      allow = List.copyOf(allow);
      documents = Map.copyOf(documents);
    }

    Form ticking(List<String> others) {
      return new Form(others, until, person, level, documents);
    }
  }
}
