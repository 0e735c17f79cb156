package net.sociallook.consent;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Turns the YAML of the corpus into domain values; a member that is missing fails the test. */
final class ScenarioReader {
  private ScenarioReader() {}

  static AccessRequest request(JsonNode node) {
    ClientId client = new ClientId(text(node, "client"));
    InstitutionId holder = new InstitutionId(text(node, "holder"));
    Operation operation =
        new Operation(
            ResourceType.ofCode(text(node, "type")),
            Interaction.valueOf(text(node, "interaction").toUpperCase(Locale.ROOT)));
    if (text(node, "by").equals("client")) {
      return new AccessRequest.ByClient(client, holder, operation);
    }
    InstitutionId recipient = new InstitutionId(text(node, "recipient"));
    Requester requester =
        new Requester(
            recipient,
            InstitutionKind.ofCode(text(node, "kind")),
            new CaseworkerId(text(node, "caseworker")),
            optional(node, "team", TeamId::new));
    AccessRequest.Act act = new AccessRequest.Act(operation, Purpose.ofCode(text(node, "purpose")));
    return new AccessRequest.ByInstitution(
        new Grant.Parties(client, recipient), requester, holder, act);
  }

  static Consents consents(JsonNode given) {
    return new Consents(
        list(given, "grants", ScenarioReader::grant),
        list(given, "blocks", ScenarioReader::block),
        Set.copyOf(list(given, "links", ScenarioReader::link)));
  }

  static ResourceFacts facts(JsonNode node) {
    Labels labels =
        new Labels(
            optional(node, "confidentiality", Confidentiality::valueOf).orElse(Confidentiality.N),
            node.path("sensitivities")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet()));
    return new ResourceFacts(
        kind(node),
        new ResourceId(text(node, "id")),
        optional(node, "client", ClientId::new),
        labels);
  }

  private static ResourceFacts.Kind kind(JsonNode node) {
    return switch (ResourceType.ofCode(text(node, "type"))) {
      case APPOINTMENT -> new ResourceFacts.Kind.Appointment(Instant.parse(text(node, "start")));
      case COMMUNICATION ->
          new ResourceFacts.Kind.Message(
              node.get("parties")
                  .valueStream()
                  .map(p -> new InstitutionId(p.asString()))
                  .collect(Collectors.toSet()));
      case SLOT -> new ResourceFacts.Kind.Slot(node.get("free").asBoolean());
      case BINARY,
          CARE_PLAN,
          DOCUMENT_REFERENCE,
          GOAL,
          PATIENT,
          SCHEDULE,
          SERVICE_REQUEST,
          SUBSCRIPTION,
          TASK ->
          new ResourceFacts.Kind.Plain(ResourceType.ofCode(text(node, "type")));
    };
  }

  private static Grant grant(JsonNode node) {
    return new Grant(
        new Grant.Version(new GrantId(text(node, "id")), node.get("version").asInt()),
        new Grant.Parties(
            new ClientId(text(node, "client")), new InstitutionId(text(node, "recipient"))),
        new Provisions(list(node, "provisions", ScenarioReader::provision)),
        optional(node, "withdrawn", Instant::parse));
  }

  private static Provision provision(JsonNode node) {
    Narrowing narrowing =
        new Narrowing(
            optional(node, "document", ResourceId::new),
            optional(node, "team", TeamId::new),
            optional(node, "caseworker", CaseworkerId::new));
    Period period =
        new Period(Instant.parse(text(node, "from")), Instant.parse(text(node, "until")));
    Confidentiality ceiling =
        optional(node, "ceiling", Confidentiality::valueOf).orElse(Confidentiality.N);
    return new Provision(
        Permission.ofCode(text(node, "permission")),
        new InstitutionId(text(node, "holder")),
        optional(node, "purpose", Purpose::ofCode).orElse(Purpose.CARE_COORDINATION),
        new Limits(period, ceiling, narrowing));
  }

  private static Block block(JsonNode node) {
    return switch (text(node, "kind")) {
      case "everything" -> new Block.Everything();
      case "institution" -> new Block.Institution(new InstitutionId(text(node, "institution")));
      case "document" ->
          new Block.Document(
              new InstitutionId(text(node, "holder")), new ResourceId(text(node, "document")));
      case "person" -> new Block.Person(new CaseworkerId(text(node, "caseworker")));
      case "sensitivity" -> new Block.Sensitivity(text(node, "code"));
      default -> throw new IllegalArgumentException("kind: " + node);
    };
  }

  private static Link link(JsonNode node) {
    return new Link(
        new ClientId(text(node, "client")), new InstitutionId(text(node, "institution")));
  }

  private static String text(JsonNode node, String member) {
    return node.get(member).asString();
  }

  private static <T> Optional<T> optional(JsonNode node, String member, Function<String, T> read) {
    return node.hasNonNull(member) ? Optional.of(read.apply(text(node, member))) : Optional.empty();
  }

  private static <T> List<T> list(JsonNode node, String member, Function<JsonNode, T> read) {
    return node.get(member).valueStream().map(read).toList();
  }
}
