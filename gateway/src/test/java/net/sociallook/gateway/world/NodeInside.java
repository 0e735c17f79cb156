package net.sociallook.gateway.world;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import net.sociallook.gateway.GatewayApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A node within the JVM of the tests. */
final class NodeInside implements Node {
  private final ConfigurableApplicationContext context;

  private NodeInside(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Node start(List<String> arguments) {
    return start(arguments, new SpringApplicationBuilder(GatewayApplication.class));
  }

  /** One whose clock shows what the test says. */
  static Node start(List<String> arguments, Clock clock) {
    return start(
        arguments,
        new SpringApplicationBuilder(GatewayApplication.class)
            .initializers(context ->
                ((GenericApplicationContext) context)
                    .registerBean(
                        "clockOfTheTest",
                        Clock.class,
                        () -> clock,
                        definition -> definition.setPrimary(true))));
  }

  private static Node start(List<String> arguments, SpringApplicationBuilder application) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--server.port=0");
    all.add("--management.server.port=0");
    return new NodeInside(application.run(all.toArray(String[]::new)));
  }

  @Override
  public int port() {
    return port("local.server.port");
  }

  @Override
  public int managementPort() {
    return port("local.management.port");
  }

  private int port(String property) {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty(property));
  }

  @Override
  public void close() {
    context.close();
  }
}
