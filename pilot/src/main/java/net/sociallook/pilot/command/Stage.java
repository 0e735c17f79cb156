package net.sociallook.pilot.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.pilot.http.Answer;
import net.sociallook.pilot.http.Consents;
import net.sociallook.pilot.http.Endpoint;
import net.sociallook.pilot.scene.Allowance;
import net.sociallook.pilot.scene.Expected;
import net.sociallook.pilot.scene.Memory;
import net.sociallook.pilot.scene.Question;
import net.sociallook.pilot.scene.Scene;
import net.sociallook.pilot.scene.Step;
import net.sociallook.pilot.state.PilotFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays scenes with one client of the running pilot, and checks what comes of each question. */
final class Stage {
  private static final int DAYS = 90;

  private final Story story;
  private final RunningPilot pilot;
  private final PilotFile.Client client;
  private final Consents consents;
  private final Memory memory = new Memory();

  Stage(Story story, RunningPilot pilot, PilotFile.Client client, Consents consents) {
    this.story = story;
    this.pilot = pilot;
    this.client = client;
    this.consents = consents;
  }

  /** Plays them all; the client is left as she was, also when something goes wrong. */
  void play(List<Scene> scenes) {
    if (!consents.blocks().isEmpty()) {
      throw new CommandFailed(client.id() + ": has blocks (expected: none, or another client)");
    }
    GrantsBefore before = GrantsBefore.setAside(consents, recipients(scenes));
    if (!before.isEmpty()) {
      story.tell("What is granted already is taken back now and given again at the end.");
    }
    try {
      for (Scene scene : scenes) {
        story.chapter(scene.title());
        scene.steps().forEach(this::play);
        before.withdrawAll();
      }
    } finally {
      labelsOf(scenes).forEach(this::unblock);
      before.restore();
    }
  }

  private void play(Step step) {
    switch (step) {
      case Step.Allow allow -> allow(allow.allowance());
      case Step.Narrow narrow -> narrow(narrow);
      case Step.Block block -> {
        story.tell("%s blocks everything labelled %s.".formatted(spoken(), block.label()));
        consents.block(Map.of("kind", "sensitivity", "code", block.label()));
      }
      case Step.Unblock unblock -> {
        story.tell("%s lifts the block.".formatted(spoken()));
        unblock(unblock.label());
      }
      case Step.Look look -> look(look.question(), look.expected());
    }
  }

  private void allow(Allowance allowance) {
    Map<String, String> provision =
        Provisions.form(
            allowance.permission(),
            allowance.holder(),
            LocalDate.now(UntilDate.ZONE).plusDays(DAYS));
    allowance.terms().forEach((term, value) -> provision.put(term, memory.fill(value)));
    consents.give(allowance.recipient(), List.of(provision));
    story.tell(
        "%s signs for %s: %s."
            .formatted(
                spoken(),
                pilot.institution(allowance.recipient()).name(),
                Provisions.oneInWords(pilot, JsonMapper.shared().valueToTree(provision))));
  }

  private void narrow(Step.Narrow narrow) {
    String grant =
        consents
            .liveGrantTo(narrow.recipient())
            .map(one -> one.path("id").asString())
            .orElseThrow(() -> new CommandFailed("There is no grant to narrow (expected: one)"));
    String document = memory.fill(narrow.document());
    consents.narrow(grant, Map.of("holder", narrow.holder(), "document", document));
    story.tell(
        "%s narrows that of %s to document %s."
            .formatted(spoken(), pilot.institution(narrow.recipient()).name(), document));
  }

  private void unblock(String label) {
    consents.blocks().stream()
        .filter(block -> block.path("block").path("code").asString("").equals(label))
        .map(block -> block.path("id").asString())
        .forEach(consents::unblock);
  }

  private void look(Question question, Expected expected) {
    PilotFile.Institution asking = pilot.institution(question.institution());
    Requester requester =
        new Requester(pilot, asking, pilot.caseworker(asking, question.caseworker()), client);
    Answer token = requester.askForToken(question.holder(), List.of());
    switch (expected) {
      case Expected.NoToken none ->
          story.check(token.status() == 400, none.told() + said(token.status(), ""));
      case Expected.Status status -> {
        int answered = answer(question, asking, token).status();
        story.check(answered == status.status(), status.told() + said(answered, ""));
      }
      case Expected.Seen seen -> {
        Answer answer = answer(question, asking, token);
        List<JsonNode> resources = FhirAnswers.resources(answer);
        memory.keep(seen.name(), resources);
        story.check(
            answer.status() == 200 && seen.rule().test(resources, memory),
            seen.told() + said(answer.status(), ", " + resources.size() + " found"));
      }
    }
  }

  private static String said(int status, String more) {
    return " (" + status + more + ")";
  }

  /** The gateway's answer; the registry's where that gives no token. */
  private Answer answer(Question question, PilotFile.Institution asking, Answer token) {
    if (!token.isSuccess()) {
      return token;
    }
    memory.keep("patient", pilot.pseudonym(client, asking));
    memory.keep("other", pseudonymOfSomebodyElse(asking));
    Endpoint gateway = pilot.gateway(asking);
    String path = "/fhir/" + question.holder() + "/" + memory.fill(question.path());
    String bearer = token.json().path("access_token").asString();
    return gateway.send(gateway.request(path).header("Authorization", "Bearer " + bearer).GET());
  }

  private String pseudonymOfSomebodyElse(PilotFile.Institution asking) {
    return pilot.file().clients().stream()
        .filter(one -> !one.id().equals(client.id()))
        .flatMap(one -> Stream.ofNullable(one.pseudonyms().get(asking.id())))
        .findFirst()
        .orElseThrow(() -> new CommandFailed("There is no other client (expected: one)"));
  }

  private static List<String> recipients(List<Scene> scenes) {
    return scenes.stream()
        .flatMap(scene -> scene.steps().stream())
        .flatMap(step ->
            step instanceof Step.Allow allow
                ? Stream.of(allow.allowance().recipient())
                : Stream.empty())
        .distinct()
        .toList();
  }

  private static List<String> labelsOf(List<Scene> scenes) {
    return scenes.stream()
        .flatMap(scene -> scene.steps().stream())
        .flatMap(
            step -> step instanceof Step.Block block ? Stream.of(block.label()) : Stream.empty())
        .distinct()
        .toList();
  }

  private String spoken() {
    return Story.spoken(client.name());
  }
}
