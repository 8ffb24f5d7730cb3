/// The database under the house: PostgreSQL, embedded by default, external by one setting.
///
/// Owns the data folder and its lock. Doors: none; rooms get a `DataSource` from the frame.
@org.jspecify.annotations.NullMarked
package org.foyal.shell.database;
