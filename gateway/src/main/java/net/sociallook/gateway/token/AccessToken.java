package net.sociallook.gateway.token;

import java.util.Optional;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.Consents;
import net.sociallook.consent.InstitutionId;

/** A verified token, as domain values: an institution's, or the client's own. */
public sealed interface AccessToken permits ConsentToken, OwnAccessToken {

  Envelope envelope();

  Routing routing();

  /** The client, in the id that the bearer knows her by. */
  ClientId patient();

  /** What the token allows with data of one holder. */
  Consents consentsAt(InstitutionId holder, ClientId clientThere);

  /**
   * The client's pseudonym at the holder; it is the client's id of everything that is decided about
   * a request to that holder. Empty if the token names no such holder.
   */
  default Optional<ClientId> clientAt(InstitutionId holder) {
    return Optional.ofNullable(routing().holders().get(holder));
  }
}
