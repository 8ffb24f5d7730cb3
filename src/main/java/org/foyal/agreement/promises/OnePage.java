package org.foyal.agreement.promises;

import java.util.List;
import java.util.function.Function;

/// One page of a list that may be long.
///
/// @param number which page it is, from 1
/// @param next whether there is another one
public record OnePage<T>(List<T> rows, int number, boolean next) {
  private static final int LAST = 10_000;

  /// Reads rows of the list.
  public interface Reader<T> {
    /// So many rows at most, after so many that are passed over.
    List<T> read(int from, int atMost);
  }

  /// Reads a page and one row more, which says whether there is another.
  ///
  /// @param asked the number in the address, whatever it is
  /// @param atMost how many rows stand on a page
  public static <T> OnePage<T> read(int asked, int atMost, Reader<T> reader) {
    int number = Math.clamp(asked, 1, LAST);
    var rows = reader.read((number - 1) * atMost, atMost + 1);
    return new OnePage<>(rows.stream().limit(atMost).toList(), number, rows.size() > atMost);
  }

  /// The same page of something made from its rows.
  public <R> OnePage<R> map(Function<? super T, ? extends R> made) {
    return new OnePage<>(rows.stream().<R>map(made).toList(), number, next);
  }
}
