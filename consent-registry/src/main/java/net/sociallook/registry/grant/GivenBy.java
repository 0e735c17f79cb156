package net.sociallook.registry.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.reach.Area;
import net.sociallook.registry.reach.Capacity;

/**
 * How the newest word of a client was given, as far as its recipient may know.
 *
 * @param witnessed where she has not signed with a passkey
 * @param representative where somebody else signed for her
 */
public record GivenBy(
    EvidenceLevel level, Optional<Witnessed> witnessed, Optional<Representative> representative) {

  /** She signed herself, with a passkey of hers. */
  public static final GivenBy PASSKEY =
      new GivenBy(EvidenceLevel.PASSKEY, Optional.empty(), Optional.empty());

  /**
   * @param institution where it was witnessed
   * @param caseworker who captured it
   * @param signedOn on paper: the day beside the client's signature
   */
  public record Witnessed(
      InstitutionId institution,
      CaseworkerId caseworker,
      CaseworkerId witness,
      Optional<LocalDate> signedOn) {}

  /**
   * Who acts for the client by law; she has no name here.
   *
   * @param areas as the recipient itself has endorsed them; what others did is not told
   */
  public record Representative(Capacity capacity, List<Area> areas) {
    public Representative {
      areas = List.copyOf(areas);
    }
  }
}
