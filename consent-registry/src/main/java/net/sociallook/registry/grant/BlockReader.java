package net.sociallook.registry.grant;

import java.util.List;
import java.util.UUID;
import net.sociallook.consent.Block;

/** Reads the client's standing "no". Takes part in the caller's transaction. */
public interface BlockReader {

  /** All blocks that stand now. */
  List<Block> blocksOf(UUID client);
}
