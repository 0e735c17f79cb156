package net.sociallook.gateway.token;

import java.util.List;
import java.util.Map;
import net.sociallook.consent.Block;
import net.sociallook.consent.ClientId;
import net.sociallook.consent.InstitutionId;

/**
 * What a token carries for the gateways alone.
 *
 * @param holders the client's pseudonym at each holder
 */
public record Routing(Map<InstitutionId, ClientId> holders, List<Block> blocks) {
  public Routing {
    holders = Map.copyOf(holders);
    blocks = List.copyOf(blocks);
  }
}
