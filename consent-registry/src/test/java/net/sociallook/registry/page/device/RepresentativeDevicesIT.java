package net.sociallook.registry.page.device;

import static net.sociallook.registry.Phone.provision;
import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Pages;
import net.sociallook.registry.page.Visitor;
import net.sociallook.registry.reach.Family;
import net.sociallook.testbed.browser.Screen;
import net.sociallook.testbed.browser.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices of somebody who is no client herself, and acts for one. */
class RepresentativeDevicesIT {
  private static final RunningRegistry REGISTRY = Pages.registry();

  private final Family family = Family.of(REGISTRY);

  @Test
  void sheSeesAndNamesHerDeviceWhileSheActs() {
    Visitor carer = visitor(family.carer());
    String device = SecondDevice.id(family.carer().passkey());

    assertThat(carer.send("/devices/" + device + "/name", "name", "Diensthandy").location())
        .isEqualTo("/devices");

    assertThat(carer.open("/devices").body()).contains("Diensthandy", "Dieses Gerät");
    assertThat(carer.open("/devices").body())
        .contains("Für andere handeln Sie nur mit dem Gerät")
        .doesNotContain(SecondDevice.id(family.client().passkey()));
    assertThat(visitor(family.client()).open("/devices").body()).doesNotContain("Diensthandy");
  }

  @Test
  void furtherDeviceActsForNobody() {
    SecondDevice devices = SecondDevice.of(family.carer(), REGISTRY).joined();

    assertThat(links(devices.second())).isEmpty();
    Visitor second = visitor(devices.second());
    assertThat(second.open("/").location()).isEqualTo("/acting");
    assertThat(second.open("/acting").body())
        .contains("Ein anderes Ihrer Geräte handelt für jemanden")
        .doesNotContain("Für diese Person handeln");
    for (String invitation : family.invitations().values()) {
      assertThat(second.send("/acting", "role", invitation).status()).isEqualTo(404);
    }
    assertThat(links(family.carer())).containsExactlyInAnyOrder(JOBCENTER, YOUTH_OFFICE);
  }

  @Test
  void furtherDeviceActsWhereItWasEndorsedOfItsOwn() {
    SecondDevice devices = SecondDevice.of(family.carer(), REGISTRY).joined();

    appoint(devices.second());
    devices.second().signIn().is(201);

    assertThat(links(devices.second())).containsExactly(JOBCENTER);
    String seen = visitor(family.client()).open("/representatives").body();
    assertThat(seen.split("<article", -1)).hasSize(2);
    assertThat(seen.split("class=\"role", -1)).hasSize(3);
    assertThat(seen).contains("Mit 2 Geräten.").doesNotContain("Beendet");
    Answer given =
        devices.second().grant(JOBCENTER, List.of(provision("documents-read", JOBCENTER)));
    assertThat(family.client().get("/api/grants/" + given.text("id")).text("state"))
        .isEqualTo("active");
    devices
        .second()
        .propose(JOBCENTER, List.of(provision("documents-read", YOUTH_OFFICE)))
        .isProblem(422, "not-linked");
  }

  @Test
  void rolesOfADeviceEndWithIt() {
    SecondDevice devices = SecondDevice.of(family.carer(), REGISTRY).joined();
    appoint(devices.second());
    devices.second().signIn().is(201);
    String first = "/devices/" + SecondDevice.id(family.carer().passkey()) + "/removal";
    Visitor second = visitor(devices.second());
    assertThat(second.open(first).body()).contains("Sie handeln damit für niemanden mehr.");

    assertThat(second.send(first).status()).isEqualTo(303);

    family.carer().get("/api/session").isProblem(401, "no-session");
    family.carer().signIn().isProblem(403, "signature-refused");
    assertThat(ended()).containsExactlyInAnyOrderElementsOf(family.invitations().values());
    assertThat(links(devices.second())).containsExactly(JOBCENTER);
    assertThat(visitor(family.client()).open("/representatives").body()).contains("Beendet");
  }

  @Test
  void lastDeviceNeedsAWordOfHersToo() {
    String path = "/devices/" + SecondDevice.id(family.carer().passkey()) + "/removal";
    Visitor carer = visitor(family.carer());

    assertThat(carer.send(path).location()).isEqualTo(path + "?missed=true");
    assertThat(carer.send(path, "understood", "true").location()).isEqualTo("/signed-out");

    family.carer().signIn().isProblem(403, "signature-refused");
    assertThat(ended()).containsExactlyInAnyOrderElementsOf(family.invitations().values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "ar"})
  void pagesOfHersAreFine(String language) {
    SecondDevice devices = SecondDevice.of(family.carer(), REGISTRY).joined();
    try (Tab tab = Pages.tab(Screen.PHONE, language, family.carer())) {
      tab.open("/devices");
      tab.isFine("devices-acting");
      tab.open("/devices/" + SecondDevice.id(devices.second().passkey()) + "/removal");
      tab.isFine("device-removal-acting");
    }
    try (Tab tab = Pages.tab(Screen.PHONE, language, devices.second())) {
      tab.open("/acting");
      tab.isFine("acting-elsewhere");
    }
  }

  /** The Jobcenter invites the carer once more, and endorses the key that she accepts with. */
  private void appoint(Phone device) {
    Office office = Office.of(REGISTRY, JOBCENTER);
    Answer invitation =
        office.inviteFor(
            family.pseudonyms().get(JOBCENTER), "carer", List.of("authorities"), Family.END);
    device.accept(invitation.text("code")).is(201);
    office.endorse(invitation.text("id"));
  }

  private List<String> ended() {
    return REGISTRY
        .asOwner()
        .sql(
            "select invitation::text from registry.representation"
                + " where ended_at is not null and invitation = any(:ids::uuid[])")
        .params(Map.of("ids", family.invitations().values().toArray(String[]::new)))
        .query(String.class)
        .list();
  }

  private static List<String> links(Phone phone) {
    return phone
        .get("/api/links")
        .is(200)
        .json()
        .get("institutions")
        .valueStream()
        .map(one -> one.asString())
        .toList();
  }

  private static Visitor visitor(Phone phone) {
    return new Visitor(REGISTRY, phone);
  }
}
