package org.foyal.learning.places.finding;

import java.util.OptionalDouble;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.hours.Now;

/// A place as the list shows it.
///
/// @param away_m how far it is as the crow flies; empty when one end is not known
/// @param now whether it is open
record Line(Place place, OptionalDouble away_m, Now now, Answer answer) {}
