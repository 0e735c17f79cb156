package net.sociallook.registry.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sociallook.registry.TestDirectory;
import tools.jackson.databind.json.JsonMapper;

/** A token request in the making. */
record Asked(Map<String, Object> details) {

  /** By the Jobcenter's first caseworker, for documents of the youth office. */
  static Asked about(String pseudonym) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("type", AccessDetails.TYPE);
    details.put("patient", "Patient/" + pseudonym);
    details.put("holder", "Organization/" + TestDirectory.YOUTH_OFFICE);
    details.put("purpose", "COC");
    details.put("requester", "jc-001");
    return new Asked(details);
  }

  Asked with(String member, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(details);
    changed.put(member, value);
    return new Asked(changed);
  }

  Map<String, String> form() {
    return Map.of(
        "grant_type",
        "client_credentials",
        "authorization_details",
        JsonMapper.shared().writeValueAsString(List.of(details)));
  }
}
