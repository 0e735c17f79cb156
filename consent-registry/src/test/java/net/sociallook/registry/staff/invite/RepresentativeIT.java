package net.sociallook.registry.staff.invite;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.staff.StaffBrowser;
import org.junit.jupiter.api.Test;

/** Inviting who acts for a client on the staff's page, and ending that. */
class RepresentativeIT {
  private static final RunningRegistry REGISTRY = RunningRegistry.shared();
  private static final Office JOB = Office.of(REGISTRY, JOBCENTER);
  private static final String SOON = LocalDate.now().plusYears(1).toString();

  private final StaffBrowser staff = StaffBrowser.atDesk(REGISTRY, JOBCENTER, "jc-001");

  @Test
  void carerIsInvitedConfirmedAndEnded() {
    linkedAs("BT-71/1");
    String id = last(invite("BT-71/1", "carer", "authorities", SOON));
    Phone carer = new Phone(REGISTRY);
    carer.accept(code(id)).is(201);

    assertThat(staff.get("/staff/invitations/" + id).body())
        .contains("Rechtliche Betreuung", "Betreuerausweis", " carer authorities ");
    JOB.endorse(id);
    carer.signIn().is(201);
    carer.get("/api/grants").is(200);

    assertThat(staff.get("/staff/invitations/" + id).body()).contains("sofort beenden");
    staff.post("/staff/representatives/" + id + "/end", Map.of());
    carer.get("/api/grants").isProblem(401, "no-session");
    staff.post("/staff/representatives/" + id + "/end", Map.of());
  }

  @Test
  void whatIsNoOrderOrNoClientMakesNoInvitation() {
    linkedAs("BT-72/1");
    assertThat(location(invite("BT-none/0", "carer", "authorities", SOON)))
        .endsWith("trouble=client");
    assertThat(location(invite("BT-72/1", "carer", "", SOON))).endsWith("trouble=order");
    assertThat(location(invite("BT-72/1", "friend", "health", SOON))).endsWith("trouble=order");
    assertThat(location(invite("BT-72/1", "carer", "everything", SOON))).endsWith("trouble=order");
    assertThat(location(invite("BT-72/1", "guardian", "", "2020-01-01"))).endsWith("trouble=order");
    assertThat(location(invite("BT-72/1", "carer", "health", "2060-01-01")))
        .endsWith("trouble=order");
    assertThat(staff.get("/staff/representatives?trouble=order").body())
        .contains("aria-invalid=\"true\"");
  }

  @Test
  void anotherInstitutionEndsNothing() {
    linkedAs("BT-73/1");
    String id = last(invite("BT-73/1", "guardian", "", SOON));
    StaffBrowser others = StaffBrowser.atDesk(REGISTRY, YOUTH_OFFICE, "ya-001");
    assertThat(others.post("/staff/representatives/" + id + "/end", Map.of()).statusCode())
        .isEqualTo(404);
  }

  private void linkedAs(String number) {
    String id = last(staff.post("/staff/invitations", Map.of("localId", number)));
    Phone client = new Phone(REGISTRY);
    client.accept(code(id)).is(201);
    JOB.endorse(id);
  }

  private HttpResponse<String> invite(String number, String as, String area, String until) {
    return staff.post(
        "/staff/representatives",
        Map.of("localId", number, "as", as, "area", area, "until", until));
  }

  private String code(String id) {
    return staff
        .get("/staff/invitations/" + id + "/sheet")
        .body()
        .replaceAll("(?s).*class=\"code\"[^>]*>([A-Z2-7 ]{14})<.*", "$1")
        .replace(" ", "");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private static String last(HttpResponse<String> answer) {
    return location(answer).replaceAll(".*/invitations/([^/]*)/.*", "$1");
  }
}
