package net.sociallook.pilot.linking;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.sociallook.pilot.roster.Institution;
import net.sociallook.pilot.setup.Setup;
import tools.jackson.databind.JsonNode;

/** An institution's invitation to somebody with a phone or browser of her own. */
public final class OpenInvitation {
  private static final long BETWEEN_MILLIS = 500;

  private final Office office;
  private final URI link;
  private final String id;

  private OpenInvitation(Office office, URI link, String id) {
    this.office = office;
    this.link = link;
    this.id = id;
  }

  /** Opens one; good once, until it expires. */
  public static OpenInvitation by(Setup setup, Institution institution) {
    Office office = Office.of(setup, institution);
    JsonNode invitation = office.invite();
    URI link = URI.create(setup.page() + "/arrive#" + invitation.path("code").asString());
    return new OpenInvitation(office, link, invitation.path("id").asString());
  }

  /** Where it is accepted; the code is in the fragment, which reaches no server's log. */
  public URI link() {
    return link;
  }

  /**
   * Waits until somebody has accepted.
   *
   * @return the six digits that her page shows too; empty if the invitation expired
   */
  public String awaitMatchCode() throws InterruptedException {
    JsonNode now = office.state(id);
    while (now.path("state").asString().equals("open")) {
      new CountDownLatch(1).await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
      now = office.state(id);
    }
    return now.path("matchCode").asString("");
  }

  /**
   * Endorses the key of who accepted, and tells the adapter whose file she has.
   *
   * @return her pseudonym at the institution
   */
  public String confirm(String localId) {
    JsonNode accepted = office.state(id);
    String pseudonym = accepted.path("pseudonym").asString();
    office.endorse(id, accepted.path("keyHash").asString(), pseudonym);
    office.tellAdapter(pseudonym, localId);
    return pseudonym;
  }
}
