package org.foyal.learning.places;

import java.util.UUID;

/// Says what is to come at a place, so that none is hidden under those who mean to go there.
public interface PlaceUse {
  /// How many sessions are planned there and not over.
  int toCome(UUID place);
}
