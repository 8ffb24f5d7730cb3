package org.foyal.things.serving;

import org.foyal.shell.SiteAddress;
import org.springframework.stereotype.Component;

/// Where the service's root is, for the links of its answers: found once, since it is asked for at
/// each of them and no longer changes once a door is open.
@Component
class Base {
  private final SiteAddress site;
  private volatile String known = "";

  Base(SiteAddress site) {
    this.site = site;
  }

  String get() {
    if (known.isEmpty()) {
      known = site.get() + Faults.ROOT;
    }
    return known;
  }
}
