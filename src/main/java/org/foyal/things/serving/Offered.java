package org.foyal.things.serving;

import java.util.List;
import java.util.Map;

/// What the service can do besides HTTP; whoever does it offers this as a bean, and the root
/// document tells it (18-088, clause 9.2.1). Says nothing while it is switched off.
public interface Offered {
  /// The requirements that are met, by their URI.
  List<String> conformance();

  /// What clients must know for it, by the URI of the requirement.
  Map<String, ?> settings();
}
