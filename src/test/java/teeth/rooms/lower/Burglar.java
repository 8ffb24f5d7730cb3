package teeth.rooms.lower;

import teeth.rooms.upper.cellar.Cellar;

/// Enters a nested room that its own room does not name.
class Burglar {
  Cellar seen() {
    return new Cellar("what was not named");
  }
}
