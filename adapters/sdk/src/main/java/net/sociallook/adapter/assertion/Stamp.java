package net.sociallook.adapter.assertion;

import java.util.UUID;

/**
 * Until when a request that was admitted may be accepted, in the time of the adapter itself.
 *
 * @param boot the boot id of the adapter whose reading it rests on
 * @param untilMillis on the monotonic clock of that boot
 */
record Stamp(UUID boot, long untilMillis) {}
