package org.foyal.things.conformance;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.foyal.Foyal;
import org.foyal.things.devices.Devices;
import org.foyal.things.devices.Keys;
import org.foyal.things.query.TwoStations;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `bin/conformance`: a house for the suite of the OGC, which shows no credentials: whoever comes,
/// over loopback alone, writes as a device that may write everywhere. Every set of it has entities,
/// since the suite looks at the first of each; it removes them all, so that each further run asks
/// for new ones by a line.
final class SuiteHouse {
  private SuiteHouse() {}

  /// Who comes without credentials is given some.
  static final class Known {
    private volatile String key = "";

    @Bean
    Filter letsInWhoeverComes() {
      return (request, response, chain) ->
          chain.doFilter(
              new HttpServletRequestWrapper((HttpServletRequest) request) {
                @Override
                public @Nullable String getHeader(String name) {
                  return name.equalsIgnoreCase("Authorization") ? key : super.getHeader(name);
                }
              },
              response);
    }
  }

  /// Starts, fills and says where it listens.
  ///
  /// @param arguments a folder to throw away
  public static void main(String... arguments) throws Exception {
    var house =
        new SpringApplication(Foyal.class, Known.class)
            .run(
                "--foyal.shell.data=" + arguments[0] + "/data",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--management.server.port=0");
    var sql = house.getBean(JdbcClient.class);
    new TwoStations(sql).settle();
    new TwoStations(sql).countOn();
    house.getBean(Known.class).key = Keys.toEverything(house.getBean(Devices.class));
    var port = house.getBean(Environment.class).getProperty("local.server.port");
    System.out.println("conformance: http://localhost:" + port + "/v1.1");
    var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (asked.readLine() != null) {
      new TwoStations(sql).settle();
      System.out.println("conformance: settled");
    }
    house.close();
  }
}
