package org.foyal.requests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.foyal.cases.CaseQueue;
import org.foyal.cases.CaseQueue.Selection;
import org.foyal.cases.figures.CaseFigures;
import org.foyal.cases.figures.CaseFigures.Asked;
import org.foyal.cases.figures.CaseFigures.Dimension;
import org.foyal.kernel.Period;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Many reports in the house: the public list, the map, the queue of 64 agents, Open311 and the
/// figures, each beside the same statements bare, every column read.
record ManyReports(ConfigurableApplicationContext house, int people, HttpClient reader) {
  private static final String LIST =
      """
      select r.*, c.title,
        (select count(*) from requests.joined j where j.case_id = r.case_id) as joined,
        array(select p.id from requests.photo p where p.case_id = r.case_id order by p.id) as photos
      from requests.report r join requests.category c on c.code = r.category
      order by r.case_id desc limit 31
      """;
  private static final String CASES =
      """
      select c.* from cases.case_file c
      where c.id in (select case_id from requests.report order by case_id desc limit 30)
      """;

  private static final String QUEUE =
      """
      select c.* from cases.case_file c where c.state <> 'CLOSED'
      order by c.promised_on, c.id limit 51
      """;
  private static final String COUNT =
      """
      select count(*), count(*) filter (where promised_on < current_date)
      from cases.case_file where state <> 'CLOSED'
      """;
  private static final String OPEN =
      """
      select r.*, c.* from cases.case_file c join requests.report r on r.case_id = c.id
      where c.state <> 'CLOSED' and c.opened_at > now() - interval '90 days'
      order by c.opened_at desc limit 100
      """;
  private static final String MONTHS =
      """
      select to_char(opened_on, 'YYYY-MM'), closed_on - opened_on, count(*)
      from cases.case_file group by 1, 2
      """;

  ManyReports(ConfigurableApplicationContext house, int people) {
    this(house, people, HttpClient.newHttpClient());
  }

  private JdbcClient sql() {
    return house.getBean(JdbcClient.class);
  }

  private String site() {
    return "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
  }

  private int read(String... statements) throws SQLException {
    return Measure.read(house.getBean(DataSource.class), statements);
  }

  void measure(int reports) throws Exception {
    fill(reports);
    map(reports);
    queue(reports);
    open311(reports);
    figures(reports);
    var address = URI.create(site() + "/fr/reports");
    var ours = Measure.times_us(() -> get(address));
    var bare = Measure.times_us(() -> read(LIST, CASES));
    System.out.printf(
        Locale.ROOT,
        "public list, %,d reports: page p50 %,d µs, p99 %,d µs; bare statements p50 %,d µs, p99"
            + " %,d µs; ratio %.1f, %.1f%n",
        reports,
        Measure.at(ours, .5),
        Measure.at(ours, .99),
        Measure.at(bare, .5),
        Measure.at(bare, .99),
        (double) Measure.at(ours, .5) / Measure.at(bare, .5),
        (double) Measure.at(ours, .99) / Measure.at(bare, .99));
  }

  /// The head of the queue with its counts, as 64 agents ask for it at once.
  private void queue(int reports) throws Exception {
    var queue = house.getBean(CaseQueue.class);
    Callable<Integer> ours = () -> queue.list(Selection.OPEN, 0).size() + queue.count().open();
    Callable<Integer> bare = () -> read(QUEUE, COUNT);
    Measure.rate(people, ours, people);
    Measure.rate(people, bare, people);
    int times = reports > 100_000 ? 200 : 2_000;
    double counted = Measure.rate(people, ours, times);
    double plain = Measure.rate(people, bare, times);
    System.out.printf(
        Locale.ROOT,
        "queue of %,d agents, %,d reports: %,.0f a second; the same statements bare %,.0f; ratio"
            + " %.2f%n",
        people,
        reports,
        counted,
        plain,
        counted / plain);
  }

  private void open311(int reports) throws Exception {
    var address = URI.create(site() + "/open311/v2/requests.xml?status=open&page_size=100");
    var ours = Measure.times_us(() -> get(address));
    var bare = Measure.times_us(() -> read(OPEN));
    System.out.printf(
        Locale.ROOT,
        "Open311, 100 open of %,d reports: p50 %,d µs; the rows bare p50 %,d µs; ratio %.1f%n",
        reports,
        Measure.at(ours, .5),
        Measure.at(bare, .5),
        (double) Measure.at(ours, .5) / Measure.at(bare, .5));
  }

  /// What all reports add up to by month, not yet in memory, beside counting the same rows.
  private void figures(int reports) throws Exception {
    var today = LocalDate.now(ZoneOffset.UTC);
    var figures = house.getBean(CaseFigures.class);
    var period = // another each time: what was counted is kept for a minute
        new Period(today.minusYears(1).plusDays(reports > 100_000 ? 1 : 0), today);
    long start_ns = System.nanoTime();
    figures.by(new Asked("requests", period, Optional.empty(), Optional.of("Q7")), Dimension.MONTH);
    figures.by(new Asked("requests", period, Optional.empty(), Optional.empty()), Dimension.MONTH);
    long ours_ns = System.nanoTime() - start_ns;
    start_ns = System.nanoTime();
    read(MONTHS);
    long bare_ns = System.nanoTime() - start_ns;
    System.out.printf(
        Locale.ROOT,
        "figures by month of one area and of the city, %,d reports: %,d ms; counting the rows"
            + " %,d ms; ratio %.1f%n",
        reports,
        ours_ns / 1_000_000,
        bare_ns / 1_000_000,
        (double) ours_ns / bare_ns);
  }

  /// The newest reports of a rectangle, as a map asks for them: all of a city, and a few streets.
  private void map(int reports) throws Exception {
    var requests = house.getBean(Requests.class);
    var city = new Box(14.5, -61.2, 14.8, -60.9);
    var streets = new Box(14.61, -61.06, 14.615, -61.055);
    for (var box : List.of(city, streets)) {
      var ours = Measure.times_us(() -> requests.inside(box, Optional.empty()));
      var statement =
          """
          select r.* from requests.report r
          where point(r.lon, r.lat) <@ box(point(%f, %f), point(%f, %f))
          order by r.case_id desc limit 500
          """
              .formatted(box.west_deg(), box.south_deg(), box.east_deg(), box.north_deg());
      var bare = Measure.times_us(() -> read(statement));
      System.out.printf(
          Locale.ROOT,
          "map of %s, %,d reports: p50 %,d µs; by the index of places alone p50 %,d µs; ratio"
              + " %.2f%n",
          box.equals(city) ? "the city" : "some streets",
          reports,
          Measure.at(ours, .5),
          Measure.at(bare, .5),
          (double) Measure.at(ours, .5) / Measure.at(bare, .5));
    }
  }

  private boolean get(URI address) throws IOException, InterruptedException {
    var answer = reader.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the list answers " + answer.statusCode());
    }
    return true;
  }

  /// So many reports, each with its case and its thread; references are counted, with their check
  /// sign as org.foyal.kernel.Reference reckons it.
  private void fill(int reports) {
    sql().sql("truncate cases.case_file, requests.report, post.letter cascade").update();
    sql()
        .sql(
            """
            insert into cases.case_file (form, kind, subject, channel, language, opened_at, opened_on,
              promised_on, objective, silence, topic, area, state, outcome, closed_at, closed_on,
              reference)
            select gen_random_uuid(), 'requests', 'Lampadaire éteint',
              case when n % 5 = 0 then 'COUNTER' else 'WEB' end, 'fr',
              now() - make_interval(days => (n % 365)::int), current_date - (n % 365)::int,
              current_date - (n % 365)::int + 7, true, 'NOTHING', 'lampe', 'Q' || n % 38,
              case when n % 10 < 8 then 'CLOSED' else 'RECEIVED' end,
              case when n % 10 < 8 then 'DONE' end,
              case when n % 10 < 8 then now() end,
              case when n % 10 < 8 then current_date - (n % 365)::int + (n % 21)::int end, (select string_agg(substr('23456789CDFHJKMPRTX', 1 + (n / (19 ^ k)::bigint % 19)::int, 1), ''
                order by k desc) from generate_series(0, 6) k)
              || substr('23456789CDFHJKMPRTX', 1 + (19 - (select sum((k + 2) * (n / (19 ^ k)::bigint % 19))
                from generate_series(0, 6) k)::int % 19) % 19, 1)
            from generate_series(1, :many) n
            """)
        .param("many", reports)
        .update();
    sql()
        .sql(
            """
            insert into requests.report (case_id, reference, category, lat, lon, place, words, filed_at)
            select id, reference, 'lampe', 14.6 + id % 1000 / 20000.0, -61.07 + id % 777 / 20000.0,
              'devant l''école', 'Il fait noir.', opened_at from cases.case_file
            """)
        .update();
    sql().sql("analyze cases.case_file, requests.report").update();
  }
}
