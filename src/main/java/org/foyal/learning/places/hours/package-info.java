/// Opening hours: reads the notation of OpenStreetMap and says what it means on a day.
///
/// Owns no table and has no door. The notation is read by a library that its community keeps; what
/// we can't judge (sunset, school holidays) is said to be so, not guessed. Façade: [Openings].
/// Calls the calendar of `cases`.
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places.hours;
