package net.sociallook.registry.grant;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.passkey.RequestOptions;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Giving and widening, with the client's signature; and looking at what is given. */
@RestController
class GrantController {
  private final GrantProposals drafts;
  private final Proposals proposals;
  private final GrantChanges changes;
  private final GrantViews views;

  GrantController(
      GrantProposals drafts, Proposals proposals, GrantChanges changes, GrantViews views) {
    this.drafts = drafts;
    this.proposals = proposals;
    this.changes = changes;
    this.views = views;
  }

  /**
   * @param secrecyRelease holders whose professionals are released; left out: nobody's
   */
  record ProposalRequest(
      String recipient,
      List<ProvisionForm> provisions,
      String language,
      @Nullable List<String> secrecyRelease) {
    ProposalRequest {
      Objects.requireNonNull(recipient);
      Objects.requireNonNull(language);
      provisions = List.copyOf(provisions);
    }

    GrantProposals.Wish toWish() {
      return new GrantProposals.Wish(
          new InstitutionId(ProvisionForm.id("recipient", recipient)),
          provisions.stream().map(ProvisionForm::toProvision).toList(),
          Language.ofCode(language),
          Optional.ofNullable(secrecyRelease).orElse(List.of()).stream()
              .map(id -> new InstitutionId(ProvisionForm.id("secrecyRelease", id)))
              .collect(Collectors.toSet()));
    }
  }

  @PostMapping("/api/grant-proposals")
  @ResponseStatus(HttpStatus.CREATED)
  ProposalView propose(@WithinReach SignedIn signedIn, @RequestBody ProposalRequest request) {
    GrantProposals.Wish wish = Correct.orRefused(request::toWish);
    GrantProposals.Draft draft = drafts.draft(signedIn, wish);
    Proposals.Proposed proposed =
        proposals.propose(
            new Proposals.Subject(Proposals.Kind.GRANT, signedIn, draft.grant()), draft.shown());
    return views.of(proposed, draft.shown());
  }

  @PostMapping("/api/grants")
  @ResponseStatus(HttpStatus.CREATED)
  GrantViews.GrantView give(
      @WithinReach SignedIn signedIn, @RequestBody Proposals.Signature signature) {
    Proposals.Accepted accepted = proposals.accept(Proposals.Kind.GRANT, signedIn, signature);
    return views.given(signedIn, changes.sign(signedIn, accepted.signed()));
  }

  @GetMapping("/api/grants")
  GrantViews.GrantList grants(@WithinReach SignedIn signedIn) {
    return views.all(signedIn);
  }

  @GetMapping("/api/grants/{id}")
  GrantViews.GrantHistory grant(@WithinReach SignedIn signedIn, @PathVariable UUID id) {
    return views.history(signedIn, id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  /** What a page shows and has signed. */
  record ProposalView(
      UUID proposal, JsonNode document, String text, RequestOptions requestOptions) {}
}
