/// What proves who somebody is: passwords, codes of an application, printed codes, links that open
/// once; and how often one may be wrong.
///
/// Part of the room `people`; owns its tables `attempt` and `seal_key`, and the file of the keys
/// that seal. Door: [SealListener] (start). Calls the frame only.
@org.jspecify.annotations.NullMarked
package org.foyal.people.keys;
