package teeth.rooms.lower;

import teeth.rooms.upper.hidden.Hidden;

/// Goes past the façade.
class Peeper {
  Hidden seen() {
    return new Hidden("what was not ours");
  }
}
