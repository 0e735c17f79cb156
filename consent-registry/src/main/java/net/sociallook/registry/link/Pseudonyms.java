package net.sociallook.registry.link;

import java.util.Optional;
import java.util.UUID;
import net.sociallook.consent.InstitutionId;

/**
 * The ids under which institutions know clients: 32 hexadecimal digits, another one at each
 * institution. Only finished links count.
 */
public interface Pseudonyms {

  /** The client whom this institution knows under this pseudonym. */
  Optional<UUID> clientOf(InstitutionId institution, String pseudonym);

  /** The pseudonym under which this institution knows the client. */
  Optional<String> of(UUID client, InstitutionId institution);
}
