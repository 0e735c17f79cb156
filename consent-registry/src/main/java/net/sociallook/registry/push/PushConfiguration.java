package net.sociallook.registry.push;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

  @Bean
  VapidKeys vapidKeys(PushProperties properties) {
    return VapidKeys.read(properties.keys());
  }

  @Bean
  PushServices pushServices(PushProperties properties) {
    return new PushServices(properties.services());
  }

  @Bean
  Devices devices(DeviceStore store, PushServices services, VapidKeys keys, Clock clock) {
    return new Devices(store, services, keys, clock);
  }
}
