package net.sociallook.registry.ownaccess;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.page.own.OwnWorld;
import net.sociallook.registry.reach.Family;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who acts for a client reads at the institutions that endorsed her for it, and at no other. */
class OwnReachIT {
  private static final OwnWorld WORLD = OwnWorld.shared();
  private static final RunningRegistry REGISTRY = WORLD.registry();
  private static Family family;
  private final Queue<String> targets = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void meet() {
    family = Family.of(REGISTRY);
  }

  private void listen() {
    WORLD
        .gateway()
        .behave(asked -> {
          targets.add(asked.target());
          return GatewayStandIn.json(200, "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}");
        });
  }

  @Test
  void onlyInstitutionsWithinReachAreAsked() {
    listen();
    List<String> answered = new ArrayList<>();
    family
        .carer()
        .get("/api/own/goals")
        .is(200)
        .json()
        .get("holders")
        .forEach(one -> answered.add(one.get("institution").asString()));

    assertThat(answered).containsExactlyInAnyOrder(JOBCENTER, YOUTH_OFFICE);
    assertThat(targets).isNotEmpty().noneMatch(target -> target.contains(PROVIDER));
  }

  @Test
  void clientHerselfStillReadsEverywhere() {
    listen();
    family.client().get("/api/own/goals").is(200);
    assertThat(targets).anyMatch(target -> target.contains(PROVIDER));
  }

  @Test
  void whatIsBeyondReachIsUnknownAndNobodyIsAsked() {
    listen();
    Phone carer = family.carer();
    Visitor visitor = new Visitor(REGISTRY, carer);

    assertThat(visitor.open("/own/goals/" + PROVIDER).status()).isEqualTo(404);
    assertThat(visitor.open("/own/documents/" + PROVIDER + "/files/akte-1-1").status())
        .isEqualTo(404);
    carer.get("/api/own/documents/" + PROVIDER + "/files/akte-1-1").isProblem(404, "not-found");
    carer.post("/api/previews", preview(PROVIDER, YOUTH_OFFICE)).isProblem(400, "malformed");
    carer.post("/api/previews", preview(JOBCENTER, PROVIDER)).isProblem(422, "not-linked");
    assertThat(visitor.open("/own/goals").body()).doesNotContain("Träger Horizont");
    assertThat(targets).noneMatch(target -> target.contains(PROVIDER));
  }

  private static Map<String, Object> preview(String recipient, String holder) {
    return Map.of(
        "recipient", recipient, "provisions", List.of(provision("documents-read", holder)));
  }
}
