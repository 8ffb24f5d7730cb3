package org.foyal.requests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.foyal.Foyal;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Question.Delay;
import org.foyal.people.Actor;
import org.foyal.shell.language.Told;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// `bench/requests.sh`: filing over HTTP by 64 people at once, beside the same rows bare (case,
/// asker, thread entry, report, letter; one transaction each, as durable) on connections of the
/// same pool by as many threads; then the public list at 10,000 and at 2,000,000 reports beside the
/// same statements bare, every column read.
final class RequestsBench {
  private static final int PEOPLE = 64;
  private static final int FILED = 3_000;
  private static final String BOUNDARY = "foyal-bench";

  private final ConfigurableApplicationContext house;
  private final HttpClient reader = HttpClient.newHttpClient();

  private RequestsBench(ConfigurableApplicationContext house) {
    this.house = house;
  }

  /// Measures and prints.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    try (var house =
        SpringApplication.run(
            Foyal.class,
            "--foyal.shell.data=" + arguments[0] + "/data",
            "--foyal.shell.pages-per-minute=100000000",
            "--foyal.shell.forms-per-minute=100000000",
            "--foyal.requests.reports-per-hour=100000000",
            "--server.port=0",
            "--management.server.port=0")) {
      var bench = new RequestsBench(house);
      bench.prepare();
      bench.filing();
      var many = new ManyReports(house, PEOPLE);
      many.measure(10_000);
      many.measure(Integer.getInteger("bench.reports", 2_000_000));
    }
  }

  private String site() {
    return "http://localhost:" + house.getEnvironment().getProperty("local.server.port");
  }

  private void prepare() {
    house
        .getBean(Categories.class)
        .add(
            Actor.CONSOLE,
            new Category(
                "lampe",
                Told.inFrench("Rues"),
                Told.inFrench("Lampadaire éteint"),
                "",
                Optional.empty(),
                new Delay(5, false, Silence.NOTHING),
                0,
                true,
                false,
                1));
  }

  private void filing() throws Exception {
    Measure.rate(PEOPLE, this::file, 500); // warming
    Measure.rate(PEOPLE, this::bare, 500);
    double ours = Measure.rate(PEOPLE, this::file, FILED);
    double bare = Measure.rate(PEOPLE, this::bare, FILED);
    System.out.printf(
        Locale.ROOT,
        "filing, %d at once: %,.0f reports a second over HTTP; the same rows bare %,.0f; ratio"
            + " %.2f%n",
        PEOPLE,
        ours,
        bare,
        ours / bare);
  }

  private boolean file() throws IOException, InterruptedException {
    var body = new StringBuilder();
    field(body, "form", UUID.randomUUID().toString());
    field(body, "place", "devant l'école");
    field(body, "words", "Il fait noir depuis trois soirs.");
    field(body, "email", "ana@example.org");
    body.append("--").append(BOUNDARY).append("--\r\n");
    var answer =
        reader.send(
            HttpRequest.newBuilder(URI.create(site() + "/fr/report/lampe"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the form answers " + answer.statusCode());
    }
    return true;
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append("--")
        .append(BOUNDARY)
        .append("\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }

  /// The same rows in one transaction.
  private boolean bare() throws SQLException {
    try (var connection = house.getBean(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement();
          var id =
              statement.executeQuery(
                  """
                  insert into cases.case_file (reference, form, kind, subject, channel, language,
                    opened_at, opened_on, promised_on, objective, silence)
                  select string_agg(substr('23456789CDFHJKMPRTX', 1 + floor(random() * 19)::int, 1), ''),
                    gen_random_uuid(), 'bare', 'Lampadaire éteint', 'WEB', 'fr', now(), current_date,
                    current_date + 7, true, 'NOTHING' from generate_series(1, 8)
                  returning id, reference
                  """)) {
        id.next();
        write(connection, id.getLong(1), id.getString(2));
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return true;
  }

  private static void write(java.sql.Connection connection, long id, String reference)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(
          "insert into cases.asker (case_id, email, consent) values (%d, 'ana@example.org', 'TYPED')"
              .formatted(id));
      statement.executeUpdate(
          """
          insert into cases.entry (case_id, kind, at, open, author, words)
          values (%d, 'OPENED', now(), true, 'ASKER', 'Il fait noir depuis trois soirs.')
          """
              .formatted(id));
      statement.executeUpdate(
          """
          insert into requests.report (case_id, reference, category, place, words, filed_at)
          values (%d, '%s', 'lampe', 'devant l''école', 'Il fait noir depuis trois soirs.', now())
          """
              .formatted(id, reference));
      statement.executeUpdate(
          """
          insert into post.letter (key, kind, language, addressee, address, subject, body, message_id,
            state, queued_at, moved_at, next_attempt_at, give_up_at)
          values ('bare.%d', 'RECEIPT', 'fr', repeat('a', 64), 'ana@example.org', 'Reçu', repeat('x', 600),
            'bare.%1$d', 'QUEUED', now(), now(), now(), now() + interval '5 days')
          """
              .formatted(id));
    }
  }
}
