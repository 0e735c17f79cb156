package net.sociallook.gateway.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Consents;
import net.sociallook.consent.Grant;
import net.sociallook.consent.GrantId;
import net.sociallook.consent.InstitutionId;
import net.sociallook.consent.Link;
import net.sociallook.consent.Provisions;
import net.sociallook.consent.Requester;

/**
 * A verified token of the client page: one client reads what one holder has of her.
 *
 * @param routing with exactly the pseudonym that the holder has endorsed the client's key for
 * @param preview whose eyes she reads with; empty for her own
 */
public record OwnAccessToken(OwnClaims claims, Routing routing, Optional<Preview> preview)
    implements AccessToken {

  /**
   * What somebody would see if these provisions were granted.
   *
   * @param requester who would ask
   */
  public record Preview(Requester requester, Provisions provisions) {}

  @Override
  public Envelope envelope() {
    return claims.envelope();
  }

  /** The page knows no other id of her than the holder's. */
  @Override
  public ClientId patient() {
    return clientAt(claims.holder()).orElseThrow();
  }

  /** The holder's link to the client, and in a preview the draft as if it were granted. */
  @Override
  public Consents consentsAt(InstitutionId holder, ClientId clientThere) {
    List<Grant> drafts = preview.map(draft -> grant(draft, clientThere)).stream().toList();
    return new Consents(drafts, routing.blocks(), Set.of(new Link(clientThere, holder)));
  }

  private Grant grant(Preview draft, ClientId clientThere) {
    return new Grant(
        version(),
        new Grant.Parties(clientThere, draft.requester().institution()),
        draft.provisions(),
        Optional.empty());
  }

  /** The session stands where a grant would: there is one of it. */
  public Grant.Version version() {
    return new Grant.Version(new GrantId(claims.session().toString()), 1);
  }
}
