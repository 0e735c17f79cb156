package net.sociallook.registry.token.routing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.consent.Block;
import net.sociallook.consent.InstitutionId;
import net.sociallook.registry.grant.Evidence;

/**
 * What a token tells the gateways alone: the client's pseudonyms at the holders, her blocks, and
 * the proof that she signed.
 *
 * @param token the id of the token that carries it, so that it cannot be moved to another
 * @param holders the client's pseudonym at each holder
 */
public record Routing(
    UUID token, Map<InstitutionId, String> holders, List<Block> blocks, Evidence evidence) {
  public Routing {
    holders = Map.copyOf(holders);
    blocks = List.copyOf(blocks);
  }
}
