/// In which language this room speaks: those of the house, and Spanish for neighbours in the
/// Caribbean.
///
/// Owns nothing. Façade: [Voices]. No door of its own. Calls the frame only.
@org.springframework.modulith.NamedInterface("voice")
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.voice;
