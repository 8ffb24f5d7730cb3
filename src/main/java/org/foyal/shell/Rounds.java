package org.foyal.shell;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Jobs that come round by time run beside each other. With virtual threads alone, all that wait a
/// while after their last run share one thread, and the switch of a crisis, which looks every two
/// seconds, would wait for a month of observations to be moved.
@Configuration(proxyBeanMethods = false)
class Rounds {
  private static final int AT_ONCE = 8;

  @Bean
  static ThreadPoolTaskScheduler taskScheduler() {
    var rounds = new ThreadPoolTaskScheduler();
    rounds.setPoolSize(AT_ONCE);
    rounds.setThreadNamePrefix("round-");
    rounds.setDaemon(true);
    return rounds;
  }
}
