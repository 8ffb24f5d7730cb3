package org.foyal.fibre.coverage;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Every night, makes the forecasts that what is new lets be made.
@Component
class CoverageNightly {
  private final Forecasts forecasts;

  CoverageNightly(Forecasts forecasts) {
    this.forecasts = forecasts;
  }

  @Scheduled(cron = "0 10 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void foresee() {
    forecasts.make();
  }
}
