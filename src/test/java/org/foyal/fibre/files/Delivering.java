package org.foyal.fibre.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.people.Actor;
import org.foyal.territory.TwoNeighbourhoods;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings files in for tests, and empties what they left.
public final class Delivering {
  private final FibreFiles files;
  private final Path folder;

  public Delivering(FibreFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /// Brings files into a city of two neighbourhoods of which no fibre is known.
  public static Delivering afresh(
      FibreFiles files, Path folder, JdbcClient sql, ApplicationEventPublisher events) {
    new TwoNeighbourhoods(sql, events).settle();
    clear(sql);
    return new Delivering(files, folder);
  }

  /// Nothing is known of any fibre.
  public static void clear(JdbcClient sql) {
    for (var table :
        List.of(
            "building",
            "cabinet",
            "offer",
            "fact",
            "doubt",
            "refused_row",
            "delivery",
            "exchange",
            "zone",
            "instrument",
            "commitment",
            "partner",
            "spokesperson",
            "operator")) {
      sql.sql("delete from fibre.%s".formatted(table)).update();
    }
  }

  /// A file named as operators name theirs, of a day of 2026.
  public static String name(String monthAndDay) {
    return "IPE_Essai_EXMP_PM_IPEZMD_V30_2026" + monthAndDay + ".csv";
  }

  /// The order to bring a text in as it would be on a disk.
  public FileOrder order(String name, byte[] content) {
    try {
      var file = Files.write(folder.resolve(UUID.randomUUID().toString()), content);
      return new FileOrder(
          file,
          name,
          FileOrder.Terms.NONE,
          Set.of(TwoNeighbourhoods.COMMUNE),
          false,
          OptionalLong.empty(),
          false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FileOrder order(String name, String text) {
    return order(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Delivered bring(FileOrder order) {
    return files.bring(order, Actor.CONSOLE);
  }

  public Delivered bring(String name, String text) {
    return bring(order(name, text));
  }

  /// Brings a file in that must be applied.
  public Applied apply(String monthAndDay, Ipe ipe) {
    return applied(bring(name(monthAndDay), ipe.text()));
  }

  static Applied applied(Delivered delivered) {
    if (delivered instanceof Applied applied) {
      return applied;
    }
    throw new AssertionError("not applied: " + delivered);
  }

  /// Terms with a day alone.
  public static FileOrder.Terms day(String day) {
    return new FileOrder.Terms(
        Optional.empty(),
        Optional.of(LocalDate.parse(day)),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// Terms of whoever may speak for one operator only.
  static FileOrder.Terms restrictedTo(String operator) {
    return new FileOrder.Terms(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(operator), false);
  }
}
