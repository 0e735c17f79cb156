package net.sociallook.registry.page.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.sociallook.registry.push.Device;
import net.sociallook.registry.push.Topic;

/**
 * A device as its owner may know it again.
 *
 * @param service who runs its push service; its host name where that is not known
 * @param topics codes
 */
record DeviceLine(UUID id, String service, List<String> topics, Instant since) {
  private static final Map<String, String> RUN_BY =
      Map.of(
          ".googleapis.com", "Google",
          ".mozilla.com", "Mozilla",
          ".apple.com", "Apple",
          ".windows.com", "Microsoft");

  static DeviceLine of(Device device) {
    String host = device.address().endpoint().getHost();
    String service =
        RUN_BY.entrySet().stream()
            .filter(one -> host.endsWith(one.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(host);
    return new DeviceLine(
        device.id(), service, device.topics().stream().map(Topic::code).toList(), device.since());
  }
}
