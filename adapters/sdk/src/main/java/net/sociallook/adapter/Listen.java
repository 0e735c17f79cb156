package net.sociallook.adapter;

import net.sociallook.adapter.server.PemIdentity;

/**
 * Where an adapter is to be reached.
 *
 * @param host the address that is listened on
 * @param port TLS; 0 for a free one
 * @param healthPort on the loopback address, without TLS; 0 for a free one
 * @param identity certificate {@code adapter:{institution}} with the names it is called by
 */
public record Listen(String host, int port, int healthPort, PemIdentity identity) {
  static Listen read(Settings settings) {
    return new Listen(
        settings.optional("host").orElse("127.0.0.1"),
        settings.port("port"),
        settings.port("health-port"),
        new PemIdentity(settings.path("server.certificate"), settings.path("server.key")));
  }
}
