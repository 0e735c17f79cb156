package net.sociallook.registry.push.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import net.sociallook.registry.RefusesToStart;
import net.sociallook.registry.push.Notices;
import net.sociallook.registry.push.PushProperties;
import net.sociallook.registry.push.PushServices;
import net.sociallook.registry.push.VapidKeys;
import net.sociallook.registry.sequence.Repeated;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells devices, where the registry has a key to do so. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Bean
  Outgoing outgoing(
      PushServices services, VapidKeys keys, PushProperties properties, NoticeContent content) {
    PushClient client = new PushClient(tls(properties.trust()), properties.pace().patience());
    return new Outgoing(
        services, keys, new Vapid(properties.contact()), new Outgoing.Wire(content, client));
  }

  @Bean(destroyMethod = "close")
  Delivery delivery(Notices notices, Outgoing outgoing, PushProperties properties, Clock clock) {
    return new Delivery(notices, outgoing, properties.pace(), clock);
  }

  @Bean(destroyMethod = "close")
  Repeated deliveries(Delivery delivery, VapidKeys keys) {
    Runnable round = keys.current().isPresent() ? delivery::begin : () -> {};
    return Repeated.start("push", PAUSE, round);
  }

  private static SSLContext tls(String trust) {
    try {
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.isEmpty() ? null : trusted(Path.of(trust)).getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new RefusesToStart(
          "sociallook.registry.push.trust: " + trust + " (expected: a PEM file).", e);
    }
  }

  private static TrustManagerFactory trusted(Path file)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (X509Certificate authority :
        Optional.ofNullable(PemContent.load(file).getCertificates()).orElseThrow()) {
      store.setCertificateEntry("authority-" + store.size(), authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
