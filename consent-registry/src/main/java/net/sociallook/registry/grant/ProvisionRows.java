package net.sociallook.registry.grant;

import java.util.List;
import net.sociallook.consent.Provision;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes provisions into a column and reads them back. */
@Component
class ProvisionRows {
  private final JsonMapper json;

  ProvisionRows(JsonMapper json) {
    this.json = json;
  }

  String write(List<Provision> provisions) {
    return json.writeValueAsString(provisions.stream().map(ProvisionForm::of).toList());
  }

  List<Provision> read(String column) {
    return json.readValue(column, new TypeReference<List<ProvisionForm>>() {}).stream()
        .map(ProvisionForm::toProvision)
        .toList();
  }
}
