package net.sociallook.registry.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.Provision;
import net.sociallook.registry.passkey.Bytes;
import net.sociallook.registry.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Grants and proposals as JSON for the client. */
@Component
class GrantViews {
  private final GrantStore grants;
  private final WitnessedDocuments witnessed;
  private final ReachedGrants seen;
  private final JsonMapper json;

  GrantViews(GrantStore grants, WitnessedDocuments witnessed, ReachedGrants seen, JsonMapper json) {
    this.grants = grants;
    this.witnessed = witnessed;
    this.seen = seen;
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
   * @param witnessed where an institution witnessed it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionView(
      int version,
      String change,
      Instant at,
      List<ProvisionForm> provisions,
      @Nullable SignedView signed,
      @Nullable WitnessedView witnessed) {}

  /**
   * @param document base64url
   * @param signedOn on paper: the day beside the client's signature
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WitnessedView(
      String document,
      String text,
      String language,
      String level,
      String institution,
      String caseworker,
      String witness,
      @Nullable LocalDate signedOn,
      String statement) {}

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

  /** A grant that was just given. */
  GrantView given(SignedIn who, StoredGrant grant) {
    return of(seen.find(who, grant.id()).orElse(grant));
  }

  GrantList all(SignedIn who) {
    return new GrantList(seen.of(who).stream().map(this::of).toList());
  }

  Optional<GrantHistory> history(SignedIn who, UUID id) {
    boolean whole = seen.isWhole(who, id);
    return seen.find(who, id)
        .map(this::of)
        .map(grant ->
            new GrantHistory(
                grant.id(),
                grant.recipient(),
                grant.version(),
                grant.state(),
                grant.provisions(),
                seen.versions(who, id).stream().map(one -> version(one, whole)).toList()));
  }

  /**
   * @param whole whether nothing is beyond reach: a signed document can be shown whole or not at
   *     all
   */
  private VersionView version(GrantVersion version, boolean whole) {
    SignedView signed =
        whole && version.change() == GrantVersion.Change.SIGNED
            ? grants.signed(version.grant(), version.number()).map(GrantViews::signed).orElse(null)
            : null;
    return new VersionView(
        version.number(),
        version.change().code(),
        version.createdAt(),
        forms(version.provisions()),
        signed,
        whole && version.change() == GrantVersion.Change.CAPTURED
            ? witnessed
                .find(version.grant(), version.number())
                .map(GrantViews::witnessed)
                .orElse(null)
            : null);
  }

  private static WitnessedView witnessed(WitnessedDocument captured) {
    Witnessing by = captured.witnessing();
    return new WitnessedView(
        Bytes.base64url(captured.shown().document()),
        captured.shown().text(),
        captured.shown().language(),
        by.level().code(),
        by.institution().value(),
        by.caseworker().value(),
        by.witness().value(),
        by.signedOn().orElse(null),
        by.statement());
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
