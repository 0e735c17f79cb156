package net.sociallook.pilot.linking;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.StateDirectory;

/**
 * Where a client is linked so far; kept in a file, so that a later start goes on where an earlier
 * one was ended.
 *
 * @param pseudonyms by institution, where all is done
 * @param invitations by institution, where it was begun
 */
public record LinkedClient(
    String id, Map<String, String> pseudonyms, Map<String, String> invitations) {

  public static LinkedClient in(StateDirectory state, String id) {
    return JsonFile.read(file(state, id), LinkedClient.class)
        .orElseGet(() -> new LinkedClient(id, Map.of(), Map.of()));
  }

  LinkedClient invited(String institution, String invitation) {
    return new LinkedClient(id, pseudonyms, with(invitations, institution, invitation));
  }

  LinkedClient linked(String institution, String pseudonym) {
    return new LinkedClient(id, with(pseudonyms, institution, pseudonym), invitations);
  }

  void write(StateDirectory state) {
    JsonFile.write(file(state, id), this);
  }

  private static Map<String, String> with(Map<String, String> map, String key, String value) {
    Map<String, String> more = new TreeMap<>(map);
    more.put(key, value);
    return more;
  }

  private static Path file(StateDirectory state, String id) {
    return state.links().resolve(id + ".json");
  }
}
