package org.foyal.things.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Addresses that are broken, or ask for more than anybody reads, are told so.
@HouseTest
class AskingTooMuchTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private Sensing service = new Sensing(0);

  @BeforeEach
  void settle() {
    new TwoStations(sql).settle();
    service = new Sensing(port);
  }

  @Test
  void anAddressWithABrokenEncodingIsTold() {
    for (var broken : List.of("$filter=%C3%28", "$filter=%00", "%ED%A0%80=1", "$top=1&$top=2")) {
      assertThat(service.at(service.base() + "/Things?" + broken).status())
          .as(broken)
          .isEqualTo(400);
    }
  }

  @Test
  void manyEntitiesBelowManyAreBounded() {
    sql.sql(
            "insert into things.datastream (id, name, description, observation_type, thing, sensor, observed_property, created_at) select i + 10, 'd' || i, 'd', 'o', 1, 1, 1, now() from generate_series(1, 1000) i")
        .update();
    var told =
        service.get(
            "/Datastreams",
            "$top",
            "1000",
            "$expand",
            "Thing($expand=Datastreams($top=1000;$expand=Thing($expand=Datastreams($top=1000))))");
    assertThat(told.status()).isEqualTo(400);
    assertThat(told.body()).contains("more than 20000 entities");
  }
}
