package net.sociallook.registry.reach;

import static net.sociallook.registry.TestDirectory.JOBCENTER;
import static net.sociallook.registry.TestDirectory.PROVIDER;
import static net.sociallook.registry.TestDirectory.YOUTH_OFFICE;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.Answer;
import net.sociallook.registry.Office;
import net.sociallook.registry.Phone;
import net.sociallook.registry.RunningRegistry;

/**
 * A client of three institutions, and her carer, whom the Jobcenter and the youth office have
 * endorsed and the provider has not.
 *
 * @param pseudonyms of the client, by institution
 * @param invitations of the carer, by institution
 */
public record Family(
    Phone client, Phone carer, Map<String, String> pseudonyms, Map<String, String> invitations) {
  /** Of what the carer was appointed for. */
  public static final Instant END =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(365, ChronoUnit.DAYS);

  /** Both are signed in. */
  public static Family of(RunningRegistry registry) {
    Phone client = new Phone(registry);
    Map<String, String> pseudonyms = new HashMap<>();
    for (String institution : List.of(JOBCENTER, YOUTH_OFFICE, PROVIDER)) {
      pseudonyms.put(institution, client.linkTo(Office.of(registry, institution)));
    }
    client.signIn().is(201);
    Family family = new Family(client, new Phone(registry), pseudonyms, new HashMap<>());
    family.appoint(registry, JOBCENTER, END);
    family.appoint(registry, YOUTH_OFFICE, END);
    family.carer.signIn().is(201);
    return family;
  }

  /** The institution invites the carer and endorses her key. */
  public void appoint(RunningRegistry registry, String institution, Instant until) {
    Office office = Office.of(registry, institution);
    Answer invitation =
        office.inviteFor(pseudonyms.get(institution), "carer", List.of("authorities"), until);
    carer.accept(invitation.text("code")).is(201);
    office.endorse(invitation.text("id"));
    invitations.put(institution, invitation.text("id"));
  }
}
