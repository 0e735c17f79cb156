package net.sociallook.registry.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Provision;
import net.sociallook.registry.passkey.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Grants and proposals as JSON for the client. */
@Component
class GrantViews {
  private final GrantStore grants;
  private final JsonMapper json;

  GrantViews(GrantStore grants, JsonMapper json) {
    this.grants = grants;
    this.json = json;
  }

  record GrantList(List<GrantView> grants) {}

  record GrantView(
      UUID id, String recipient, int version, String state, List<ProvisionForm> provisions) {}

  /**
   * @param versions the oldest first
   */
  record GrantHistory(
      UUID id,
      String recipient,
      int version,
      String state,
      List<ProvisionForm> provisions,
      List<VersionView> versions) {}

  /**
   * @param signed where the client signed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionView(
      int version,
      String change,
      Instant at,
      List<ProvisionForm> provisions,
      @Nullable SignedView signed) {}

  /** All bytes in base64url. */
  record SignedView(
      String document,
      String text,
      String language,
      String credentialId,
      String authenticatorData,
      String clientData,
      String signature) {}

  GrantController.ProposalView of(Proposals.Proposed proposed, SignedDocument.Shown shown) {
    return new GrantController.ProposalView(
        proposed.proposal(),
        json.readTree(shown.document()),
        shown.text(),
        proposed.requestOptions());
  }

  GrantView of(StoredGrant grant) {
    return new GrantView(
        grant.id(),
        grant.current().parties().recipient().value(),
        grant.version(),
        stateOf(grant),
        forms(grant.current().provisions().all()));
  }

  GrantList all(UUID client) {
    return new GrantList(grants.of(client).stream().map(this::of).toList());
  }

  Optional<GrantHistory> history(UUID client, UUID id) {
    return grants
        .find(client, id)
        .map(this::of)
        .map(grant ->
            new GrantHistory(
                grant.id(),
                grant.recipient(),
                grant.version(),
                grant.state(),
                grant.provisions(),
                grants.versions(id).stream().map(this::version).toList()));
  }

  private VersionView version(GrantVersion version) {
    SignedView signed =
        version.change() == GrantVersion.Change.SIGNED
            ? grants.signed(version.grant(), version.number()).map(GrantViews::signed).orElse(null)
            : null;
    return new VersionView(
        version.number(),
        version.change().code(),
        version.createdAt(),
        forms(version.provisions()),
        signed);
  }

  private static SignedView signed(SignedDocument signed) {
    return new SignedView(
        Bytes.base64url(signed.shown().document()),
        signed.shown().text(),
        signed.shown().language(),
        Bytes.base64url(signed.assertion().credentialId()),
        Bytes.base64url(signed.assertion().authenticatorData()),
        Bytes.base64url(signed.assertion().clientData()),
        Bytes.base64url(signed.assertion().signature()));
  }

  private static String stateOf(StoredGrant grant) {
    return grant.isWithdrawn() ? "withdrawn" : "active";
  }

  private static List<ProvisionForm> forms(List<Provision> provisions) {
    return provisions.stream().map(ProvisionForm::of).toList();
  }
}
