/// What a fibre file says: its layout by the names of its columns, its rows judged one at a time,
/// its coordinates told by their projection and tried on the city, never guessed.
///
/// Owns no table and has no door; the room around it asks. Calls what reads the files of the
/// territory, and [org.foyal.fibre.premises] and [org.foyal.fibre.rollout] for their words.
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.files.reading;
