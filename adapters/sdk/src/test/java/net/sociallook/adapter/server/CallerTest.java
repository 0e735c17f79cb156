package net.sociallook.adapter.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
  @Test
  void commonNameSaysWhoCalls() {
    assertThat(Caller.of("CN=gateway:gw-1,O=SOCIALLOOK")).isEqualTo(new Caller.GatewayNode("gw-1"));
    assertThat(Caller.of("CN=institution:jobcenter-nordhausen"))
        .isEqualTo(new Caller.Institution("jobcenter-nordhausen"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CN=gateway:",
        "CN=gw-1",
        "O=gateway:gw-1",
        "CN=gateway:gw-1,CN=gateway:gw-2",
        "CN=registry\\,CN\\=gateway:gw-1",
        "CN=x gateway:gw-1",
        "CN=gateway:gw-1 ,,",
        "CN=Gateway:gw-1",
        "CN=gateway:gw/1",
        "CN=institution:ab",
        "CN=adapter:youth-office"
      })
  void everythingElseIsNobody(String subject) {
    assertThat(Caller.of(subject)).isEqualTo(new Caller.Other());
  }
}
