/// What a file says, before anybody judges it: its encoding, its lines or features one at a time,
/// and the refusals of what can't be read.
///
/// Owns no table and has no door; the room around it asks. Depends on no other room.
@org.springframework.modulith.NamedInterface("files")
@org.jspecify.annotations.NullMarked
package org.foyal.territory.files.reading;
