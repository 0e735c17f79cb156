package net.sociallook.adapter.assertion;

import java.util.UUID;

/** What an adapter tells of its own time with every answer. */
public record Reading(UUID boot, long millis) {
  public static final String BOOT = "SocialLook-Boot";
  public static final String MONOTONIC = "SocialLook-Monotonic";
}
