package net.sociallook.registry.page.signing;

import java.util.UUID;
import net.sociallook.registry.page.blocks.BlockLine;

/**
 * A block that keeps something of what is about to be allowed from having any effect.
 *
 * @param reach last part of a key {@code signing.stopped.…}: {@code all} of what is chosen, {@code
 *     some} of it, or {@code parts} of what it opens
 */
record Stopped(UUID id, BlockLine block, String reach) {}
