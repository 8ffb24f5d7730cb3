package org.foyal.agreement;

import java.time.LocalDate;
import java.util.Optional;

/// Where something was read.
///
/// @param title what it is called, with who published it
/// @param address where it stands, if it can be opened
/// @param on its date, if it bears one
public record Source(String title, Optional<String> address, Optional<LocalDate> on) {}
