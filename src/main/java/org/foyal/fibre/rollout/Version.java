package org.foyal.fibre.rollout;

import org.foyal.fibre.Held;

/// Something of the plan that stands under a name, version after version.
interface Version {
  /// Its two times.
  Held held();

  /// The name under which its versions follow each other.
  String key();
}
