package org.foyal.requests;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/// What benches reckon with.
final class Measure {
  private static final int WARMING = 20;
  private static final int ROUNDS = 100;

  private Measure() {}

  /// How often a second so many people at once get something done.
  static double rate(int many, Callable<?> work, int times) throws Exception {
    long start_ns = System.nanoTime();
    try (var people = Executors.newFixedThreadPool(many)) {
      var all = new ArrayList<Callable<Object>>();
      for (int i = 0; i < times; i++) {
        all.add(work::call);
      }
      for (var one : people.invokeAll(all)) {
        one.get();
      }
    }
    return times / ((System.nanoTime() - start_ns) / 1e9);
  }

  static long at(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))];
  }

  static long[] times_us(Callable<?> work) throws Exception {
    for (int i = 0; i < WARMING; i++) {
      work.call();
    }
    var times = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start_ns = System.nanoTime();
      work.call();
      times[i] = (System.nanoTime() - start_ns) / 1_000;
    }
    Arrays.sort(times);
    return times;
  }

  static int read(DataSource source, String... statements) throws SQLException {
    int read = 0;
    try (var connection = source.getConnection()) {
      for (var statement : statements) {
        try (var prepared = connection.prepareStatement(statement);
            var rows = prepared.executeQuery()) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              read += rows.getString(i) == null ? 0 : 1;
            }
          }
        }
      }
    }
    return read;
  }
}
