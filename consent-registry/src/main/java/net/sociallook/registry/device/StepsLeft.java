package net.sociallook.registry.device;

import java.util.UUID;
import net.sociallook.registry.grant.KeyChains;
import net.sociallook.registry.link.Links;
import org.springframework.stereotype.Component;

/** How far a key is from those that institutions have endorsed: gateways take three steps. */
@Component
class StepsLeft {
  private final KeyChains chains;
  private final Links links;

  StepsLeft(KeyChains chains, Links links) {
    this.chains = chains;
    this.links = links;
  }

  /** Whether there is one step left everywhere. */
  boolean canEndorse(UUID client, byte[] passkey) {
    return links.of(client).stream()
        .flatMap(holder -> chains.from(client, passkey, holder).stream())
        .allMatch(chain -> chain.steps().size() < KeyChains.MOST_STEPS);
  }
}
