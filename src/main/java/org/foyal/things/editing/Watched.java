package org.foyal.things.editing;

import java.util.Collection;
import java.util.List;

/// What others of the house watch: asked before whoever is not of the city takes a datastream away.
public interface Watched {
  /// The names of those that watch any of these datastreams, in their order; none: nobody does.
  List<String> listWatching(Collection<Long> datastreams);
}
