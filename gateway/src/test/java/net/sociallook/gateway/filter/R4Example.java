package net.sociallook.gateway.filter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.sociallook.consent.ResourceType;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An official example, made to be about our client: what would withhold it (another client, labels
 * nobody knows, modifiers) is taken out or given to her, all else is as it was.
 */
record R4Example(String name, ResourceType type, String json) {
  static final String ID = "x-1";
  private static final Set<String> TAKEN_OUT =
      Set.of("implicitRules", "modifierExtension", "securityLabel", "security");

  static final List<R4Example> ALL =
      Stream.of("/ibm-json.txt", "/spec-json.txt").flatMap(R4Example::listed).toList();

  private static Stream<R4Example> listed(String index) {
    return read(index)
        .lines()
        .map(line -> line.replaceFirst("OK +", "/"))
        .filter(name -> name.matches("/json/(ibm/(minimal|complete-mock)|spec)/.*\\.json"))
        .flatMap(name -> example(name).stream());
  }

  private static String read(String resource) {
    try (InputStream in = R4Example.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<R4Example> example(String name) {
    String text = read(name);
    return Arrays.stream(ResourceType.values())
        .filter(type -> AllowList.CURRENT.resource(type.code()).isPresent())
        .filter(type ->
            text.replaceAll("\\s", "").startsWith("{\"resourceType\":\"" + type.code() + "\""))
        .findFirst()
        .map(type -> new R4Example(name, type, adapted(type, text)));
  }

  private static String adapted(ResourceType type, String text) {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    ObjectNode resource = (ObjectNode) mapper.readTree(text);
    clean(resource);
    resource.put("id", type == ResourceType.PATIENT ? Answers.AT_HOLDER : ID);
    references(type.code(), resource);
    switch (type) {
      case APPOINTMENT -> appointment(resource);
      case TASK -> resource.withObject("/for").put("reference", herself());
      case CARE_PLAN, COMMUNICATION, DOCUMENT_REFERENCE, GOAL, SERVICE_REQUEST ->
          resource.withObject("/subject").put("reference", herself());
      case PATIENT -> resource.remove("link");
      case SLOT -> resource.put("status", "free");
      case BINARY, SCHEDULE, SUBSCRIPTION -> {}
    }
    // that of a unit must be absolute
    resource
        .path("target")
        .forEach(target -> {
          if (target.path("detailQuantity") instanceof ObjectNode quantity
              && quantity.has("system")) {
            quantity.put("system", "urn:x:" + quantity.get("system").asString());
          }
        });
    if (type == ResourceType.COMMUNICATION) {
      resource.withObject("/sender").put("reference", "Organization/jobcenter-nordhausen");
    }
    if (type == ResourceType.DOCUMENT_REFERENCE) {
      resource.get("content").forEach(content -> attachment((ObjectNode) content));
    }
    return mapper.writeValueAsString(resource);
  }

  private static String herself() {
    return "Patient/" + Answers.AT_HOLDER;
  }

  private static void clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TAKEN_OUT.forEach(object::remove);
    }
    node.forEach(R4Example::clean);
  }

  /** All are to somebody of a type that may be named. */
  private static void references(String block, ObjectNode object) {
    object.properties().stream()
        .filter(member -> !Leaves.referenced(block, member.getKey()).isEmpty())
        .forEach(member -> {
          String type = Leaves.referenced(block, member.getKey()).getFirst();
          if (member.getValue() instanceof ArrayNode list) {
            list.forEach(one -> refer((ObjectNode) one, type));
          } else {
            refer((ObjectNode) member.getValue(), type);
          }
        });
  }

  private static void refer(ObjectNode reference, String type) {
    reference.put("reference", type + "/p-1");
    if (reference.has("type")) {
      reference.put("type", type);
    }
  }

  private static void appointment(ObjectNode resource) {
    for (JsonNode participant : resource.get("participant")) {
      refer(((ObjectNode) participant).withObject("/actor"), "Location");
    }
    ObjectNode actor = ((ObjectNode) resource.at("/participant/0")).withObject("/actor");
    actor.removeAll().put("reference", herself());
    if (resource.has("cancelationReason")) {
      resource.put("status", "cancelled");
    } else if (!resource.has("start")) {
      resource.put("status", "proposed");
    }
  }

  private static void attachment(ObjectNode content) {
    ObjectNode attachment = content.withObject("/attachment");
    attachment.remove("data");
    attachment.put("url", "Binary/" + ID + "-1");
  }

  @Override
  public String toString() {
    return name;
  }
}
