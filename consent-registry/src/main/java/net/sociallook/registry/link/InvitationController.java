package net.sociallook.registry.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.registry.directory.Attested;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.web.Caller;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Linking, the institution's half: invite, learn the pseudonym, endorse the client's key. */
@RestController
class InvitationController {
  private final Directory directory;
  private final Invitations invitations;
  private final Linking linking;
  private final Clock clock;

  /** What comes after the invitation. */
  @org.springframework.stereotype.Component
  record Linking(
      Links links,
      Endorsing endorsing,
      Recoveries recoveries,
      Replacements replacements,
      Representatives representatives,
      Representing representing,
      Pseudonyms pseudonyms) {}

  InvitationController(Directory directory, Invitations invitations, Linking linking, Clock clock) {
    this.directory = directory;
    this.invitations = invitations;
    this.linking = linking;
    this.clock = clock;
  }

  /**
   * @param representative where not the client herself is invited
   * @param recovers pseudonym of a client who is linked and has no passkey any more, or none yet
   */
  record InvitationRequest(
      String caseworker, @Nullable OrderForm representative, @Nullable String recovers) {
    InvitationRequest {
      Objects.requireNonNull(caseworker);
    }
  }

  record OpenedInvitation(UUID id, String code, Instant expiresAt) {}

  record EndorsementRequest(String endorsement) {
    EndorsementRequest {
      Objects.requireNonNull(endorsement);
    }
  }

  /**
   * {@code pseudonym}, {@code keyHash} and {@code matchCode} once somebody has accepted; {@code
   * replaces} and {@code recovery} where it is for a client who was known.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InvitationState(
      UUID id,
      String state,
      Instant expiresAt,
      @Nullable String pseudonym,
      @Nullable String keyHash,
      @Nullable String matchCode,
      @Nullable OrderForm representative,
      @Nullable String replaces,
      @Nullable String recovery) {}

  @PostMapping("/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  OpenedInvitation invite(Caller.Institution caller, @RequestBody InvitationRequest request) {
    Attested by = Attested.bySystem(caseworker(caller, request.caseworker()));
    OrderForm wanted = request.representative();
    if (wanted != null && request.recovers() != null) {
      throw new Refused(
          Problem.MALFORMED, "recovers: beside representative (expected: one of the two)");
    }
    Optional<UUID> recovers =
        Optional.ofNullable(request.recovers()).map(who -> known(caller, who));
    Invitations.Opened opened =
        wanted == null
            ? invitations.open(caller.id(), by, recovers)
            : linking
                .representing()
                .open(caller.id(), by, client(caller, wanted), wanted.order(clock.instant()));
    return new OpenedInvitation(opened.id(), opened.code().value(), opened.expiresAt());
  }

  @GetMapping("/invitations/{id}")
  InvitationState state(Caller.Institution caller, @PathVariable UUID id) {
    return stateOf(find(caller, id));
  }

  @PutMapping("/invitations/{id}/endorsement")
  InvitationState endorse(
      Caller.Institution caller, @PathVariable UUID id, @RequestBody EndorsementRequest request) {
    linking.endorsing().endorse(institution(caller), id, request.endorsement(), Optional.empty());
    return stateOf(find(caller, id));
  }

  /** 204 once no session of who had the role is open any more; 202 if that is not known. */
  @DeleteMapping("/invitations/{id}/representation")
  ResponseEntity<Void> end(Caller.Institution caller, @PathVariable UUID id) {
    return switch (linking.representing().endByInstitution(caller.id(), id)) {
      case EFFECTIVE -> ResponseEntity.noContent().build();
      case CHECKING -> ResponseEntity.accepted().build();
    };
  }

  private UUID client(Caller.Institution caller, OrderForm wanted) {
    return Optional.ofNullable(wanted.client())
        .flatMap(pseudonym -> linking.pseudonyms().clientOf(caller.id(), pseudonym))
        .orElseThrow(() ->
            new Refused(
                Problem.MALFORMED, "client: unknown (expected: a pseudonym of the institution)"));
  }

  private UUID known(Caller.Institution caller, String pseudonym) {
    return linking
        .pseudonyms()
        .clientOf(caller.id(), pseudonym)
        .orElseThrow(() ->
            new Refused(Problem.MALFORMED, "recovers: unknown (expected: a client who is linked)"));
  }

  private InvitationState stateOf(Invitations.Invitation invitation) {
    Optional<OrderForm> order =
        linking.representatives().orderOf(invitation.id()).map(OrderForm::of);
    Optional<Links.Accepted> accepted =
        linking
            .representatives()
            .acceptedBy(invitation.id())
            .map(Representatives.Accepted::link)
            .or(() -> linking.links().acceptedBy(invitation.id()))
            .or(() -> linking.replacements().acceptedBy(invitation.id()));
    if (accepted.isPresent()) {
      Links.Accepted link = accepted.get();
      return new InvitationState(
          invitation.id(),
          link.endorsed() ? "linked" : "accepted",
          invitation.expiresAt(),
          link.pseudonym(),
          link.keyHash(),
          link.matchCode(),
          order.orElse(null),
          linking.endorsing().replaced(invitation, link.keyHash()).orElse(null),
          recovery(invitation, link).orElse(null));
    }
    // Accepted, and replaced by a later one: nothing will come of it either.
    boolean open = invitation.isOpen(clock.instant());
    return new InvitationState(
        invitation.id(),
        open ? "open" : "expired",
        invitation.expiresAt(),
        null,
        null,
        null,
        order.orElse(null),
        null,
        null);
  }

  /** A further device of a client who is not waiting reaches all that she does. */
  private Optional<String> recovery(Invitations.Invitation invitation, Links.Accepted link) {
    return invitation
        .recovers()
        .map(client ->
            linking.recoveries().ofWaiting(link.client()).map(Recovery::state).orElse("full"));
  }

  private Invitations.Invitation find(Caller.Institution caller, UUID id) {
    return invitations.find(caller.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private CaseworkerId caseworker(Caller.Institution caller, String id) {
    return Optional.of(id)
        .filter(given -> !given.isBlank())
        .map(CaseworkerId::new)
        .flatMap(institution(caller)::caseworker)
        .map(Institution.Caseworker::id)
        .orElseThrow(() ->
            new Refused(
                Problem.MALFORMED, "caseworker: unknown (expected: one of the institution)"));
  }

  private Institution institution(Caller.Institution caller) {
    return directory
        .institution(caller.id())
        .orElseThrow(() -> new Refused(Problem.UNKNOWN_CALLER));
  }
}
