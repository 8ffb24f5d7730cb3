package org.foyal.opendata.gate;

import java.util.Locale;
import java.util.Random;

/// `bench/equality.sh`: hiding and auditing a table of 200 × 50, of which one number in twelve is
/// small, beside hiding the small ones alone in plain arrays, which gives many of them away.
final class GateBench {
  private static final int ROWS = 200;
  private static final int COLUMNS = 50;

  private GateBench() {}

  /// Measures and prints.
  public static void main(String... ignored) {
    var lot = new Random(1);
    var rows = new long[ROWS][COLUMNS];
    for (var row : rows) {
      for (int i = 0; i < COLUMNS; i++) {
        row[i] = lot.nextInt(12) == 0 ? 1 + lot.nextInt(10) : 11 + lot.nextInt(200);
      }
    }
    var table = HidingPeopleTest.table(rows);
    for (int time = 0; time < 3; time++) {
      long begin = System.nanoTime();
      var shown = Suppression.of(table).orElseThrow();
      long middle = System.nanoTime();
      int small = 0;
      for (var row : rows) {
        for (long count : row) {
          small += count > 0 && count < Attack.ENOUGH ? 1 : 0;
        }
      }
      long end = System.nanoTime();
      long hidden =
          shown.cells().stream()
              .flatMap(java.util.List::stream)
              .filter(one -> one.isEmpty())
              .count();
      System.out.printf(
          Locale.ROOT,
          "%d x %d: hidden and audited in %.1f ms (%d small, %d hidden); small ones alone, plain arrays: %.3f ms%n",
          ROWS,
          COLUMNS,
          (middle - begin) / 1e6,
          small,
          hidden,
          (end - middle) / 1e6);
    }
  }
}
