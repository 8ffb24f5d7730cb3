package org.foyal.fablab.booking;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The door of time: every few minutes lets pass offers and waiting that have ended, asks again
/// whether people come, and looks again at bookings that stand otherwise than the ladder says.
@Component
class BookingNightly {
  private static final Logger LOG = LoggerFactory.getLogger(BookingNightly.class);

  private final LabDays days;

  BookingNightly(LabDays days) {
    this.days = days;
  }

  @Scheduled(fixedDelay = 300_000, initialDelayString = "${enrolment.first-minute:PT2M}")
  void pass() {
    int ended = days.pass();
    days.lookAgain();
    days.askAgain();
    if (ended > 0) {
      LOG.info("FabLab: {} offers and turns have ended", ended);
    }
  }
}
