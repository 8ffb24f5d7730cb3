package org.foyal.learning.calendars;

import org.foyal.learning.courses.Resources.TrainerChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears that a trainer is out of use or is somebody else: the secret addresses of the calendar
/// open nothing any more, from the same moment on.
@Component
class CalendarListener {
  private final CalendarKeys keys;

  CalendarListener(CalendarKeys keys) {
    this.keys = keys;
  }

  @EventListener
  void on(TrainerChanged change) {
    keys.revokeAll(change.trainer());
  }
}
