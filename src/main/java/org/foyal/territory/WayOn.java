package org.foyal.territory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;

/// A way on from the page of a street or of a neighbourhood to what another room knows there: a
/// bean of that room. The territory knows no other room; it shows the ways that it is given.
///
/// @param words the key of what the link says
/// @param address where it leads, below the language; `{code}`, `{lat}` and `{lon}` stand for the
///   place
public record WayOn(From from, String words, String address) {
  /// Which pages carry it.
  public enum From {
    /// The page of a street.
    STREET,
    /// The page of a neighbourhood.
    NEIGHBOURHOOD
  }

  /// A link from one page.
  ///
  /// @param path below the language
  public record Link(String words, String path) {}

  /// The links from a page.
  ///
  /// @param where its middle; without it, ways that need one are left out
  public static List<Link> from(
      From from, Stream<WayOn> ways, String code, @Nullable Position where) {
    return ways.filter(way -> way.from() == from)
        .flatMap(way -> way.link(code, where).stream())
        .toList();
  }

  private Optional<Link> link(String code, @Nullable Position where) {
    var path = address.replace("{code}", code);
    if (!path.contains("{lat}")) {
      return Optional.of(new Link(words, path));
    }
    return Optional.ofNullable(where)
        .map(at ->
            new Link(
                words,
                path.replace("{lat}", String.format(Locale.ROOT, "%.5f", at.latitude_deg()))
                    .replace("{lon}", String.format(Locale.ROOT, "%.5f", at.longitude_deg()))));
  }
}
