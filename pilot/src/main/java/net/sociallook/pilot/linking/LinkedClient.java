package net.sociallook.pilot.linking;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.sociallook.pilot.state.JsonFile;
import net.sociallook.pilot.state.StateDirectory;

/**
 * Where a client is linked so far.
 *
 * @param pseudonyms by institution
 */
public record LinkedClient(String id, Map<String, String> pseudonyms) {

  public static LinkedClient in(StateDirectory state, String id) {
    return JsonFile.read(file(state, id), LinkedClient.class)
        .orElseGet(() -> new LinkedClient(id, Map.of()));
  }

  LinkedClient with(String institution, String pseudonym) {
    Map<String, String> more = new TreeMap<>(pseudonyms);
    more.put(institution, pseudonym);
    return new LinkedClient(id, more);
  }

  void write(StateDirectory state) {
    JsonFile.write(file(state, id), this);
  }

  private static Path file(StateDirectory state, String id) {
    return state.links().resolve(id + ".json");
  }
}
