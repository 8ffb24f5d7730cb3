package org.foyal.learning.courses;

import java.util.UUID;
import org.foyal.learning.places.PlaceUse;
import org.springframework.stereotype.Component;

/// Tells the places how many sessions are to come there.
@Component
class SessionsAtPlaces implements PlaceUse {
  private final TimetableStore sessions;
  private final CityDays city;

  SessionsAtPlaces(TimetableStore sessions, CityDays city) {
    this.sessions = sessions;
    this.city = city;
  }

  @Override
  public int toCome(UUID place) {
    return sessions.toCome(place, city.now());
  }
}
