package net.sociallook.registry.page.giving;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;
import net.sociallook.registry.page.Visitor;

/** A client whom the Jobcenter asks for what the youth office has. */
public record Asked(Phone phone, Visitor visitor, Office office, String id) {
  public static final String REASON = "Damit Sie Ihre Unterlagen nicht noch einmal bringen müssen.";

  public static Asked about(RunningRegistry registry, String... permissions) {
    return saying(registry, REASON, permissions);
  }

  static Asked saying(RunningRegistry registry, String reason, String... permissions) {
    return by(registry, "jc-001", reason, permissions);
  }

  /** Asked by one of the Jobcenter's caseworkers. */
  public static Asked by(
      RunningRegistry registry, String requester, String reason, String... permissions) {
    Phone phone = new Phone(registry);
    Office office = Office.of(registry, JOBCENTER);
    String pseudonym = phone.linkTo(office);
    phone.linkTo(Office.of(registry, YOUTH_OFFICE));
    return new Asked(
        phone,
        new Visitor(registry, phone),
        office,
        send(office, pseudonym, requester, reason, permissions));
  }

  /** Returns the id of the request. */
  public static String ask(Office office, String pseudonym, String reason, String... permissions) {
    return send(office, pseudonym, "jc-001", reason, permissions);
  }

  private static String send(
      Office office, String pseudonym, String requester, String reason, String... permissions) {
    List<Map<String, String>> provisions = Stream.of(permissions).map(Asked::provision).toList();
    return office
        .post(
            "/consent-requests",
            Map.of(
                "patient", pseudonym,
                "requester", requester,
                "provisions", provisions,
                "reason", reason))
        .is(201)
        .text("id");
  }

  public String path() {
    return "/requests/" + id;
  }

  private static Map<String, String> provision(String permission) {
    Map<String, String> provision = new LinkedHashMap<>();
    provision.put("permission", permission);
    provision.put("holder", YOUTH_OFFICE);
    provision.put("purpose", "COC");
    provision.put(
        "validUntil",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(90, ChronoUnit.DAYS).toString());
    provision.put("maxConfidentiality", "R");
    return provision;
  }
}
