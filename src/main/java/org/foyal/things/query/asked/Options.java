package org.foyal.things.query.asked;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.jspecify.annotations.Nullable;

/// The options of one question (18-088, clause 9.3).
///
/// @param select the names of properties and links; empty: all
/// @param top how many at most; none: the house's own page
/// @param after where the page before ended, as its link to the next said it
/// @param written the options as they were written, by which a link to the next page repeats them
/// @param dataArray whether observations are asked for as rows of values
public record Options(
    @Nullable Expression filter,
    List<Expand> expands,
    List<String> select,
    List<Order> orders,
    @Nullable Integer top,
    long skip,
    boolean count,
    boolean dataArray,
    @Nullable String after,
    Map<String, String> written) {
  /// Asks nothing in particular.
  public static final Options NONE =
      new Options(null, List.of(), List.of(), List.of(), null, 0, false, false, null, Map.of());

  /// A link whose entities come along, with what is asked of them.
  public record Expand(EntityType.Link link, Options options) {}

  /// One thing to sort by.
  public record Order(Expression by, boolean descending) {}

  /// Whether a property or a link is asked for by name, or nothing is.
  public boolean selects(String name) {
    return select.isEmpty() || select.contains(name);
  }

  /// The same with other links expanded, told by their text; an empty one expands none.
  Options with(List<Expand> others, String told) {
    var rest = new LinkedHashMap<>(written);
    rest.remove("$expand");
    if (!told.isEmpty()) {
      rest.put("$expand", told);
    }
    return new Options(filter, others, select, orders, top, skip, count, dataArray, after, rest);
  }

  /// Whether nothing is asked.
  public boolean onlyDefault() {
    return equals(NONE);
  }

  /// Whether nothing but expansion is asked.
  boolean onlyExpands() {
    return with(List.of(), "").equals(NONE);
  }

  /// Whether anything but expansion and selection is asked, which one entity can't answer.
  public boolean asksForASet() {
    return filter != null || !orders.isEmpty() || top != null || skip > 0 || count || dataArray;
  }
}
