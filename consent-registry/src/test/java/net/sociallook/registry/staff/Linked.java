package net.sociallook.registry.staff;

import java.util.Map;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;

/** A client who was invited on the staff's page, under a file number. */
public record Linked(Phone phone, String pseudonym, String invitation) {

  public static Linked at(
      RunningRegistry registry, StaffBrowser staff, Office office, String number) {
    return invited(new Phone(registry), staff, office, number);
  }

  private static Linked invited(Phone phone, StaffBrowser staff, Office office, String number) {
    String sheet =
        staff
            .post("/staff/invitations", Map.of("localId", number))
            .headers()
            .firstValue("location")
            .orElseThrow()
            .replaceAll("https://[^/]+", "");
    String code =
        staff.get(sheet).body().replaceAll("(?s).*<p class=\"code\">([A-Z2-7 ]{14})</p>.*", "$1");
    phone.accept(code).is(201);
    String invitation = sheet.replaceAll(".*/invitations/([0-9a-f-]{36})/sheet", "$1");
    return new Linked(phone, office.endorse(invitation), invitation);
  }
}
