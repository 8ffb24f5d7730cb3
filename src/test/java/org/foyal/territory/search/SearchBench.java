package org.foyal.territory.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.foyal.Foyal;
import org.foyal.territory.TerritoryChanged;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bench/search.sh`: what a person types, letter after letter, beside the baseline named in
/// bench/README.md. Both use the same PostgreSQL, the same connections and the same texts.
final class SearchBench {
  private static final int STREETS = 40_000;
  private static final int NUMBERS = 25;
  private static final int TEXTS = 2_000;
  private static final int BASELINE_TEXTS = 40;
  private static final long MOST_BASELINE_s = 60;
  private static final int ANSWERS = 8;
  private static final long SEED = 20261123;

  private final ConfigurableApplicationContext house;
  private final JdbcClient sql;
  private final Search search;

  private SearchBench(ConfigurableApplicationContext house) {
    this.house = house;
    sql = house.getBean(JdbcClient.class);
    search = house.getBean(Search.class);
  }

  /// Measures both scales, one after the other, and prints a line for each.
  ///
  /// @param arguments the data folder, and the file of real streets
  public static void main(String... arguments) throws IOException {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0],
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new SearchBench(house);
      List<String> real;
      try (var lines = Files.lines(Path.of(arguments[1]))) {
        real = lines.skip(1).map(line -> line.split(",", 2)[0]).toList();
      }
      bench.fill(real, 0);
      bench.measure("876 streets", real, "select name as label from territory.street");
      var generated = generated();
      bench.fill(generated, NUMBERS);
      bench.measure(
          "1,000,000 addresses",
          generated,
          "select number || ' ' || street_name as label from territory.address");
    }
  }

  /// Replaces what is there; every street gets that many house numbers, all « exemple ».
  private void fill(List<String> names, int numbers) {
    sql.sql("truncate territory.street, territory.address").update();
    long importId =
        sql.sql(
                """
                insert into territory.import
                  (kind, file_name, sha256, source, licence, imported_at, imported_by)
                values ('STREETS', 'exemple', repeat('0', 64), 'exemple', '', now(), 'bench')
                returning id
                """)
            .query(Long.class)
            .single();
    sql.sql(
            """
            insert into territory.street
            select '99999-exemple-' || n, name, '99999', null, n % 2000, 14.6, -61.07, :import
            from unnest(:names::text[]) with ordinality as given (name, n)
            """)
        .param("names", names.toArray(String[]::new))
        .param("import", importId)
        .update();
    sql.sql(
            """
            insert into territory.address
            select s.id || '_' || n, n::text, s.name, s.id, '99990', '99999', null, 14.6, -61.07, :import
            from territory.street s, generate_series(1, :numbers) n
            """)
        .param("import", importId)
        .param("numbers", numbers)
        .update();
    sql.sql("analyze territory.address").update();
    house.publishEvent(new TerritoryChanged(importId));
  }

  private void measure(String scale, List<String> names, String labels) {
    sql.sql("create extension if not exists pg_trgm").update();
    sql.sql("drop table if exists public.label").update();
    sql.sql("create table public.label as " + labels).update();
    sql.sql("create index label_trgm on public.label using gin (label gin_trgm_ops)").update();
    sql.sql("analyze public.label").update();
    index(scale, names.size());
    var texts = texts(names, TEXTS);
    var fewer = texts.subList(0, BASELINE_TEXTS);
    time_us(texts.stream(), text -> search.find(text, ANSWERS).hits().size());
    var ours = time_us(texts.stream(), text -> search.find(text, ANSWERS).hits().size());
    System.out.printf(
        "search, %s: p50 %,d µs, p99 %,d µs, most %,d µs%n",
        scale, at(ours, 50), at(ours, 99), at(ours, 100));
    long until_ns = System.nanoTime() + MOST_BASELINE_s * 1_000_000_000;
    var baseline =
        time_us(fewer.stream().takeWhile(_ -> System.nanoTime() < until_ns), this::baseline);
    System.out.printf(
        "search, %s: pg_trgm, %d texts: p50 %,d µs, p99 %,d µs; ratio p50 %.3f, p99 %.3f%n",
        scale,
        baseline.length,
        at(baseline, 50),
        at(baseline, 99),
        at(ours, 50) / (double) at(baseline, 50),
        at(ours, 99) / (double) at(baseline, 99));
  }

  /// How long the names take to be read, and what they weigh once they are.
  private void index(String scale, int names) {
    search.searched();
    var store = house.getBean(SearchStore.class);
    long before_bytes = used_bytes();
    long start_ns = System.nanoTime();
    var named = store.names();
    var index = new NameIndex(named);
    var readings = new Readings(index, named, store.communesOfPostcode());
    long took_ms = (System.nanoTime() - start_ns) / 1_000_000;
    long weight_bytes = used_bytes() - before_bytes;
    System.out.printf(
        "search, %s: %,d names read in %,d ms, %.1f MB in memory (%d bytes a name)%n",
        scale, names, took_ms, weight_bytes / 1e6, weight_bytes / names);
    if (readings.of(List.of("rue")).isEmpty()) {
      throw new IllegalStateException("no reading");
    }
  }

  private static long used_bytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// The baseline: one column, one GIN index, containing or alike, the most alike first.
  private int baseline(String text) {
    return sql.sql(
            """
            select label from public.label
            where label ilike :part or label % :text
            order by similarity(label, :text) desc limit :answers
            """)
        .param("part", "%" + text + "%")
        .param("text", text)
        .param("answers", ANSWERS)
        .query(String.class)
        .list()
        .size();
  }

  private static long[] time_us(Stream<String> texts, ToIntFunction<String> find) {
    return texts
        .mapToLong(text -> {
          long start_ns = System.nanoTime();
          int found = find.applyAsInt(text);
          return found < 0 ? 0 : (System.nanoTime() - start_ns) / 1_000;
        })
        .sorted()
        .toArray();
  }

  private static long at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /// What is in the field after each letter from the second on: as written, in lower case, with a
  /// swapped pair of letters, or after a house number.
  private static List<String> texts(List<String> names, int count) {
    var random = new Random(SEED);
    var texts = new ArrayList<String>();
    while (texts.size() < count) {
      var name = names.get(random.nextInt(names.size()));
      var typed =
          switch (random.nextInt(4)) {
            case 0 -> name;
            case 1 -> name.toLowerCase(java.util.Locale.ROOT);
            case 2 -> swapped(name, random);
            default -> 1 + random.nextInt(2 * NUMBERS) + " " + name;
          };
      int letters = 2 + random.nextInt(typed.length() - 1);
      texts.add(typed.substring(0, Math.min(letters, typed.length())).strip());
    }
    return texts;
  }

  private static String swapped(String name, Random random) {
    int at = 1 + random.nextInt(name.length() - 2);
    var letters = name.toCharArray();
    var letter = letters[at];
    letters[at] = letters[at + 1];
    letters[at + 1] = letter;
    return new String(letters);
  }

  /// Streets that nobody ever named, from syllables, the same in every run.
  private static List<String> generated() {
    var random = new Random(SEED);
    var kinds = Arrays.asList("Rue", "Rue", "Rue", "Rue", "Impasse", "Avenue", "Chemin", "Route");
    var articles = Arrays.asList(" ", " de ", " du ", " de la ", " des ", " de l’");
    var streets = new ArrayList<String>();
    for (int i = 0; i < STREETS; i++) {
      streets.add(
          kinds.get(random.nextInt(kinds.size()))
              + articles.get(random.nextInt(articles.size()))
              + word(random)
              + " "
              + word(random));
    }
    return streets;
  }

  /// Some 20,000 words, the first ones far more frequent than the others, as in real names.
  private static String word(Random random) {
    var syllables =
        "ba bel cor dra fé go lan mar nil pé rou sa sol té tri va ver vi zé mon".split(" ", -1);
    var which = new Random((long) (20_000 * Math.pow(random.nextDouble(), 3)));
    var word = new StringBuilder();
    int parts = 2 + which.nextInt(3);
    for (int i = 0; i < parts; i++) {
      word.append(syllables[which.nextInt(syllables.length)]);
    }
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
