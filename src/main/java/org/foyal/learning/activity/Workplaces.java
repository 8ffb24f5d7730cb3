package org.foyal.learning.activity;

import java.util.Map;
import java.util.UUID;

/// Whoever knows the places where mediators work; any room may offer some, as beans.
public interface Workplaces {
  /// The names of the places that are open to work at, in the order in which they are offered.
  Map<UUID, String> names();
}
