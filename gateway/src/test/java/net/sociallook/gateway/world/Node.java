package net.sociallook.gateway.world;

/** A running gateway node. */
interface Node extends AutoCloseable {

  int port();

  int managementPort();

  @Override
  void close();
}
