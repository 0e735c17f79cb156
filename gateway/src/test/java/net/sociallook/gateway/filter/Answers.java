package net.sociallook.gateway.filter;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.sociallook.consent.AccessRequest;
import net.sociallook.consent.Admission;
import net.sociallook.consent.Basis;
import net.sociallook.consent.Block;
import net.sociallook.consent.CaseworkerId;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Confidentiality;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.InstitutionKind;
import net.sociallook.consent.Interaction;
import net.sociallook.consent.Limits;
import net.sociallook.consent.Link;
import net.sociallook.consent.Narrowing;
import net.sociallook.consent.Operation;
import net.sociallook.consent.Period;
import net.sociallook.consent.Permission;
import net.sociallook.consent.Provision;
import net.sociallook.consent.Purpose;
import net.sociallook.consent.Requester;
import net.sociallook.consent.ResourceId;
import net.sociallook.consent.ResourceType;

/** Answers of a youth office about one client, and the terms on which the Jobcenter gets them. */
final class Answers {
  static final String AT_HOLDER = "aaaa1111aaaa1111aaaa1111aaaa1111";
  static final String AT_RECIPIENT = "bbbb2222bbbb2222bbbb2222bbbb2222";
  static final String OTHER_CLIENT = "cccc3333cccc3333cccc3333cccc3333";
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static final InstitutionId HOLDER = new InstitutionId("youth-office-nordhausen");
  private static final InstitutionId RECIPIENT = new InstitutionId("jobcenter-nordhausen");
  private static final Operation SEARCH =
      new Operation(ResourceType.DOCUMENT_REFERENCE, Interaction.SEARCH);
  private static final PseudonymTranslation NAMES =
      new PseudonymTranslation(new ClientId(AT_HOLDER), new ClientId(AT_RECIPIENT));

  static final Addresses ADDRESSES =
      new Addresses(
          URI.create("https://gateway.test/fhir/youth-office-nordhausen"),
          Optional.empty(),
          token ->
              URI.create(
                  "https://gateway.test/next?cursor="
                      + URLEncoder.encode(token, StandardCharsets.UTF_8)));

  private Answers() {}

  static Terms granted() {
    return granted(Confidentiality.N, Narrowing.NONE);
  }

  static Terms granted(Confidentiality ceiling, Narrowing narrowing, Block... blocks) {
    Limits limits =
        new Limits(new Period(NOW.minusSeconds(60), NOW.plusSeconds(60)), ceiling, narrowing);
    return granted(Permission.DOCUMENTS_READ, SEARCH, InstitutionKind.BENEFIT_AUTHORITY, limits)
        .blockedBy(blocks);
  }

  /** Terms for a recipient of this kind that was granted this, up to restricted data. */
  static Terms granted(Permission permission, Operation asked, InstitutionKind recipient) {
    Period period = new Period(NOW.minusSeconds(60), NOW.plusSeconds(60));
    return granted(
            permission, asked, recipient, new Limits(period, Confidentiality.R, Narrowing.NONE))
        .blockedBy();
  }

  /** An admission, but for the blocks. */
  private record Unblocked(AccessRequest request, Basis basis) {
    Terms blockedBy(Block... blocks) {
      return new Terms(new Admission(request, basis, List.of(blocks)), NOW, NAMES);
    }
  }

  private static Unblocked granted(
      Permission permission, Operation asked, InstitutionKind recipient, Limits limits) {
    Provision provision = new Provision(permission, HOLDER, Purpose.CARE_COORDINATION, limits);
    Requester requester =
        new Requester(RECIPIENT, recipient, new CaseworkerId("cw-001"), Optional.empty());
    AccessRequest request =
        new AccessRequest.ByInstitution(
            new Grant.Parties(new ClientId(AT_RECIPIENT), RECIPIENT),
            requester,
            HOLDER,
            new AccessRequest.Act(asked, Purpose.CARE_COORDINATION));
    Basis basis = new Basis.Granted(new Grant.Version(new GrantId("g-1"), 1), List.of(provision));
    return new Unblocked(request, basis);
  }

  static Terms own() {
    ClientId client = new ClientId(AT_RECIPIENT);
    AccessRequest request = new AccessRequest.ByClient(client, HOLDER, SEARCH);
    Basis basis = new Basis.OwnAccess(new Link(client, HOLDER));
    return new Terms(new Admission(request, basis, List.of()), NOW, NAMES);
  }

  /** A document as a real adapter would describe it. */
  static String document(String id, String client, String description) {
    return """
    {"resourceType":"DocumentReference","id":"%s","meta":{"versionId":"1",\
    "lastUpdated":"2026-10-02T09:15:00.000+02:00"},"text":{"status":"generated",\
    "div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Hilfeplan</div>"},\
    "identifier":[{"system":"urn:youth-office:akte","value":"4711"}],"status":"current",\
    "docStatus":"final","type":{"coding":[{"system":"http://loinc.org","code":"18776-5",\
    "display":"Hilfeplan"}],"text":"Hilfeplan nach § 36 SGB VIII"},"category":[{"coding":[{\
    "system":"https://sociallook.net/fhir/CodeSystem/document-category","code":"plan",\
    "display":"Pläne und Ziele"}]}],"subject":{"reference":"Patient/%s"},\
    "date":"2026-10-02T09:15:00+02:00","author":[{"reference":"Practitioner/cw-101",\
    "display":"Schröder, Jana"}],"description":"%s","securityLabel":[{"coding":[{\
    "system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"N"}]}],\
    "content":[{"attachment":{"contentType":"application/pdf","language":"de","url":\
    "Binary/%s-0","size":48213,"hash":"2jmj7l5rSw0yVb/vlWAYkK/YBwk=","title":"Hilfeplan.pdf",\
    "creation":"2026-10-02T09:10:00+02:00"}}]}\
    """
        .formatted(id, client, description, id);
  }

  static String document(int number) {
    return document("akte-17-" + number, AT_HOLDER, "Gespräch Nr. " + number);
  }

  static String documents(int count) {
    return bundle(IntStream.range(0, count).mapToObj(Answers::document).toList());
  }

  static String entry(String resource) {
    return "{\"fullUrl\":\"https://adapter.test/fhir/x\",\"resource\":"
        + resource
        + ",\"search\":{\"mode\":\"match\"}}";
  }

  static String bundle(List<String> resources) {
    return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":%d,\"entry\":[%s]}"
        .formatted(
            resources.size(),
            resources.stream().map(Answers::entry).collect(Collectors.joining(",")));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All that the filter gives out for the answer as one chunk. */
  static String filtered(AnswerFilter filter, String answer) {
    return filtered(filter, bytes(answer));
  }

  static String filtered(AnswerFilter filter, byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      out.writeBytes(filter.feed(ByteBuffer.wrap(chunk)));
    }
    out.writeBytes(filter.finish());
    return out.toString(StandardCharsets.UTF_8);
  }

  static SearchsetFilter searchset() {
    return new SearchsetFilter(granted(), ADDRESSES);
  }

  static ResourceFilter resource(String id) {
    return new ResourceFilter(granted(), new ResourceId(id));
  }
}
