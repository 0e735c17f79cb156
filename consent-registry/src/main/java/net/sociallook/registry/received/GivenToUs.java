package net.sociallook.registry.received;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import org.springframework.stereotype.Component;

/** The grants given to an institution, for people to read: those of which something stands. */
@Component
public class GivenToUs {
  private static final int COUNT = 50;

  private final ReceivedGrants grants;

  GivenToUs(ReceivedGrants grants) {
    this.grants = grants;
  }

  /**
   * @param patient the institution's pseudonym of the client
   * @param signedAt when the client last signed for it, or somebody witnessed it
   * @param level code of how that is proved
   */
  public record Given(
      UUID id, String patient, List<Provision> provisions, Instant signedAt, String level) {}

  /**
   * @param next what the next part comes after; empty after the last
   */
  public record Part(List<Given> grants, Optional<UUID> next) {}

  /** One of which something stands. */
  public Optional<Given> find(InstitutionId institution, UUID grant) {
    return grants
        .find(institution, grant)
        .filter(one -> one.state() == ReceivedGrant.State.ACTIVE)
        .map(GivenToUs::given);
  }

  public Part part(InstitutionId institution, Optional<UUID> after) {
    ReceivedGrants.Page page =
        grants.page(
            institution,
            new ReceivedQuery(
                Optional.empty(), EnumSet.of(ReceivedGrant.State.ACTIVE), after, COUNT));
    return new Part(page.grants().stream().map(GivenToUs::given).toList(), page.next());
  }

  private static Given given(ReceivedGrant one) {
    return new Given(one.id(), one.patient(), one.provisions(), one.signedAt(), one.level().code());
  }
}
