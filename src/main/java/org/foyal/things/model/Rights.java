package org.foyal.things.model;

import java.util.Set;

/// What somebody who writes may touch.
public sealed interface Rights {
  /// Whether they may write at a thing: its datastreams, its observations, itself.
  boolean mayWriteAt(long thing);

  /// Whatever there is: the city's own programs.
  record Everything() implements Rights {
    @Override
    public boolean mayWriteAt(long thing) {
      return true;
    }
  }

  /// Some things and what hangs on them; nothing that several things share.
  record Some(Set<Long> things) implements Rights {
    /// A copy of its own.
    public Some {
      things = Set.copyOf(things);
    }

    @Override
    public boolean mayWriteAt(long thing) {
      return things.contains(thing);
    }
  }
}
