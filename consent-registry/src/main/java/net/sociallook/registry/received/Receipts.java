package net.sociallook.registry.received;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.EvidenceLevel;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Provision;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;
import net.sociallook.consent.TeamId;
import net.sociallook.registry.directory.Directory;
import net.sociallook.registry.directory.Facility;
import net.sociallook.registry.directory.Institution;
import net.sociallook.registry.grant.GivenBy;
import net.sociallook.registry.reach.Area;

/**
 * What the registry says, over its signature, of a received grant. The fields are those of ISO/IEC
 * TS 27560; nothing of the client is in it but the recipient's own pseudonym. Neither her key nor
 * her signature: they would link her pseudonyms.
 *
 * @see <a href="https://w3id.org/dpv/guides/consent-27560">Implementing ISO/IEC TS 27560:2023</a>
 */
final class Receipts {
  static final String SCHEMA = "https://sociallook.net/schema/consent-receipt/v1";
  private static final Map<EvidenceLevel, String> COLLECTION =
      Map.of(
          EvidenceLevel.PASSKEY, "https://www.w3.org/TR/webauthn-3/",
          EvidenceLevel.ASSISTED, "https://sociallook.net/collection/assisted",
          EvidenceLevel.PAPER, "https://sociallook.net/collection/paper");
  private static final String GIVEN = "https://w3id.org/dpv#ConsentGiven";

  private final Directory directory;
  private final Origin origin;
  private final Clock clock;

  /**
   * Where it comes from.
   *
   * @param issuer the registry
   * @param page where the client withdraws
   */
  record Origin(String issuer, String page) {}

  Receipts(Directory directory, Origin origin, Clock clock) {
    this.directory = directory;
    this.origin = origin;
    this.clock = clock;
  }

  /** A new receipt; each has an id of its own. */
  Map<String, Object> of(ReceivedGrant grant) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("iss", origin.issuer());
    receipt.put("aud", grant.recipient().value());
    receipt.put("iat", now.getEpochSecond());
    receipt.put("jti", id);
    receipt.put("schema_version", SCHEMA);
    receipt.put("receipt_id", "urn:uuid:" + id);
    receipt.put("record_id", "urn:uuid:" + grant.id());
    receipt.put("record_version", grant.version());
    receipt.put("pii_principal_id", grant.patient());
    receipt.put("jurisdiction", "DE");
    receipt.put("withdrawal_method", origin.page());
    receipt.put("collection_method", COLLECTION.get(grant.level()));
    receipt.put("evidence_level", grant.level().code());
    grant.by().witnessed().ifPresent(word -> receipt.put("witnessed_by", witnessed(word)));
    grant
        .by()
        .representative()
        .ifPresent(one -> receipt.put("acted_for_by", representative(grant.recipient(), one)));
    receipt.put(
        "processing",
        grant.provisions().stream().map(one -> processing(grant.recipient(), one)).toList());
    receipt.put("parties", parties(grant));
    receipt.put(
        "events",
        List.of(
            event(grant.signedAt(), GIVEN, "given"),
            event(now, "https://sociallook.net/event/receipt", grant.state().code())));
    return receipt;
  }

  private static Map<String, Object> witnessed(GivenBy.Witnessed word) {
    Map<String, Object> witnessed = new LinkedHashMap<>();
    witnessed.put("institution", word.institution().value());
    witnessed.put("caseworker", word.caseworker().value());
    witnessed.put("witness", word.witness().value());
    put(witnessed, "signed_on", word.signedOn().map(LocalDate::toString));
    return witnessed;
  }

  /** As the recipient itself has endorsed her. */
  private static Map<String, Object> representative(
      InstitutionId recipient, GivenBy.Representative one) {
    Map<String, Object> representative = new LinkedHashMap<>();
    representative.put("as", one.capacity().code());
    representative.put("endorsed_by", recipient.value());
    representative.put("areas", one.areas().stream().map(Area::code).toList());
    return representative;
  }

  /** In the second event the state at this moment, whatever brought it about. */
  private static Map<String, Object> event(Instant time, String type, String state) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event_time", time.toString());
    event.put("event_type", type);
    event.put("event_state", state);
    return event;
  }

  private static Map<String, Object> processing(InstitutionId recipient, Provision provision) {
    Limits limits = provision.limits();
    Narrowing narrowing = limits.narrowing();
    Map<String, Object> processing = new LinkedHashMap<>();
    processing.put("purpose", provision.purpose().code());
    processing.put("purpose_type", "http://terminology.hl7.org/CodeSystem/v3-ActReason");
    processing.put("lawful_basis", List.of("eu-gdpr:A6-1-a", "eu-gdpr:A9-2-a"));
    processing.put("processing_method", provision.permission().code());
    processing.put(
        "pii_information",
        provision.permission().types().stream()
            .map(ResourceType::code)
            .sorted()
            .map(type -> Map.of("pii_type", type))
            .toList());
    processing.put("pii_controllers", List.of(provision.holder().value()));
    processing.put("recipient_third_parties", List.of(recipient.value()));
    processing.put("valid_from", limits.period().start().toString());
    processing.put("valid_until", limits.period().end().toString());
    processing.put("max_confidentiality", limits.ceiling().name());
    put(processing, "document", narrowing.document().map(ResourceId::value));
    put(processing, "team", narrowing.team().map(TeamId::value));
    put(processing, "caseworker", narrowing.caseworker().map(CaseworkerId::value));
    return processing;
  }

  private static void put(Map<String, Object> map, String key, Optional<String> value) {
    value.ifPresent(text -> map.put(key, text));
  }

  private List<Map<String, Object>> parties(ReceivedGrant grant) {
    Set<InstitutionId> holders = new LinkedHashSet<>();
    grant.provisions().forEach(one -> holders.add(one.holder()));
    List<Map<String, Object>> parties = new ArrayList<>();
    parties.add(party(grant.recipient(), "recipient"));
    holders.forEach(holder -> parties.add(party(holder, "controller")));
    return parties;
  }

  private Map<String, Object> party(InstitutionId id, String role) {
    Optional<Institution> known = directory.institution(id);
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("party_id", id.value());
    party.put("party_name", known.map(Institution::name).orElse(id.value()));
    party.put("party_role", role);
    put(party, "party_type", known.map(one -> one.kind().code()));
    put(
        party,
        "party_address",
        known.flatMap(one -> one.facility().address()).map(Receipts::address));
    return party;
  }

  private static String address(Facility.Address address) {
    List<String> lines = new ArrayList<>(address.line());
    lines.add(address.postalCode() + " " + address.city());
    return String.join(", ", lines);
  }
}
