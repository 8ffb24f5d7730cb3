package org.foyal.things.serving;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the doors of SensorThings into the frame. A plain servlet: devices and pages with figures
/// ask often.
@Configuration(proxyBeanMethods = false)
class ServingFrame {
  @Bean
  static ServletRegistrationBean<ThingsApi> thingsDoor(ThingsApi things) {
    return new ServletRegistrationBean<>(things, Faults.ROOT + "/*");
  }
}
