package net.sociallook.registry.ownaccess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceType;
import net.sociallook.registry.grant.ProvisionForm;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.web.Refused;
import org.springframework.stereotype.Component;

/** What a recipient would see today if the client signed, asked of the gateway at this moment. */
@Component
public class GrantPreviews {
  private final OwnAccess access;
  private final DraftReader drafts;

  GrantPreviews(OwnAccess access, DraftReader drafts) {
    this.access = access;
    this.drafts = drafts;
  }

  /**
   * What one provision would show.
   *
   * @param caseworker with whose eyes
   * @param kinds what can be read with it; empty where nothing can
   */
  public record Seen(
      Provision provision, CaseworkerId caseworker, Map<ResourceType, Outcome<Listing>> kinds) {}

  /**
   * In the order of the provisions. Nothing of it is kept.
   *
   * @param asker with whose eyes, where a provision admits her and she is not blocked
   * @throws Refused with {@code sign-in-needed} in a session that nobody signed in to, {@code
   *     unavailable} where no gateways are configured, or {@code malformed} where nobody at the
   *     recipient could use it
   */
  public List<Seen> of(
      SignedIn signedIn,
      InstitutionId recipient,
      Optional<CaseworkerId> asker,
      List<Provision> provisions) {
    List<Draft> read =
        drafts.read(
            signedIn,
            new PreviewController.PreviewRequest(
                recipient.value(), provisions.stream().map(ProvisionForm::of).toList(), null),
            asker);
    return access.previews().of(signedIn, read).stream()
        .map(preview ->
            new Seen(
                preview.draft().provision(), preview.draft().caseworker().id(), preview.kinds()))
        .toList();
  }
}
