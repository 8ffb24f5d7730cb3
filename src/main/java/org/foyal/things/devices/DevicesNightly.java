package org.foyal.things.devices;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets claim codes that nobody exchanged.
@Component
class DevicesNightly {
  private static final Logger LOG = LoggerFactory.getLogger(DevicesNightly.class);

  private final Devices devices;

  DevicesNightly(Devices devices) {
    this.devices = devices;
  }

  @Scheduled(cron = "0 40 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  void forgetUnclaimed() {
    int gone = devices.forgetUnclaimed();
    if (gone > 0) {
      LOG.info("Forgot {} claim codes of devices", gone);
    }
  }
}
