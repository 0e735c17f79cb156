package net.sociallook.gateway;

import net.sociallook.gateway.lease.Clocks;
import net.sociallook.gateway.lease.NodeKey;
import net.sociallook.gateway.lease.RegistryConnection;
import net.sociallook.gateway.lease.RegistryLeases;
import net.sociallook.gateway.ledger.Ledger;
import net.sociallook.gateway.ledger.RegistryLedger;
import net.sociallook.gateway.settings.GatewaySettings;
import net.sociallook.gateway.tls.MutualTls;
import net.sociallook.gateway.upstream.HolderClient;
import net.sociallook.gateway.upstream.ReactorHolderClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** What ties this node to the registry and to the adapters. */
@Configuration(proxyBeanMethods = false)
class NodeWiring {

  /** Threads of this node alone: one that stops must not take another's in the same process. */
  @Bean
  ReactorResourceFactory networkThreads() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    return resources;
  }

  @Bean
  Clocks clocks() {
    return Clocks.system();
  }

  @Bean
  NodeKey nodeKey(GatewaySettings settings) {
    return NodeKey.generate(settings.node());
  }

  @Bean
  MutualTls mutualTls(GatewaySettings settings) {
    GatewaySettings.Files files = settings.files();
    return new MutualTls(files.certificate(), files.key(), files.ca());
  }

  @Bean(destroyMethod = "close")
  RegistryConnection registry(GatewaySettings settings, MutualTls tls) {
    return new RegistryConnection(settings.registry(), tls.contextTowards("registry"));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  RegistryLeases leases(NodeKey key, RegistryConnection registry, Clocks clocks) {
    return new RegistryLeases(key, registry, clocks);
  }

  @Bean
  Ledger ledger(RegistryConnection registry, RegistryLeases leases) {
    return new RegistryLedger(registry, leases::current);
  }

  @Bean(destroyMethod = "close")
  HolderClient holders(NodeKey key, MutualTls tls, Clocks clocks, GatewaySettings settings) {
    GatewaySettings.Limits limits = settings.limits();
    return new ReactorHolderClient(
        key,
        tls::towards,
        clocks,
        new ReactorHolderClient.Patience(limits.connectTimeout(), limits.answerTimeout()));
  }
}
