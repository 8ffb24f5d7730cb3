/// Places where people are helped with what is digital: « Où me faire aider ? ».
///
/// Owns the table `learning.place`, which holds the national standard of such places v1.0.2.
/// Façade: [Places]; asks through [PlaceUse] what is to come at a place. Door: [PlacesListener]
/// (the territory changed); the public pages stand in `finding`, the desk of the staff in
/// `keeping`, files of the national standard in `files`; `hours` reads the notation of opening
/// hours. Calls the territory with its search, `people` and the calendar of `cases`.
@org.springframework.modulith.NamedInterface("places")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.places;
