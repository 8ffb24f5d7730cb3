package org.foyal.territory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// A telephone says where it is; people say « 12 Rue de l’Exemple ».
@HouseTest
@Transactional
class NamingAPointTest {
  @Autowired Search search;
  @Autowired JdbcClient sql;

  /// A street whose middle lies in an empty sea, and a house at some 300 m of it.
  @BeforeEach
  void aStreetFarFromAllOthers() {
    long made =
        sql.sql(
                """
                insert into territory.import
                  (kind, file_name, sha256, source, licence, imported_at, imported_by)
                values ('STREETS', 'point', repeat('0', 64), 'point', '', now(), 'a test')
                returning id
                """)
            .query(Long.class)
            .single();
    sql.sql(
            """
            insert into territory.street (id, commune_code, name, length_m, lat, lon, imported)
            values ('97209-rue-de-l-exemple-point', '97209', 'Rue de l’Exemple', 700, 2.0, 3.0, :made)
            """)
        .param("made", made)
        .update();
    sql.sql(
            """
            insert into territory.address (ref, number, street_name, street_id, postcode,
              commune_code, lat, lon, imported)
            values ('97209_point_00012', '12', 'Rue de l’Exemple', '97209-rue-de-l-exemple-point', '97200', '97209',
              2.0027, 3.0, :made)
            """)
        .param("made", made)
        .update();
  }

  @Test
  void theNearestHouseNumberWithinEightyMetresNamesIt() {
    assertThat(search.nameNear(new Position(2.0030, 3.0))).contains("12 Rue de l’Exemple");
  }

  @Test
  void elseTheStreetWhoseMiddleIsNearWithinTwoHundred() {
    assertThat(search.nameNear(new Position(2.0010, 3.0))).contains("Rue de l’Exemple");
  }

  @Test
  void farFromAllItHasNoName() {
    assertThat(search.nameNear(new Position(2.1, 3.1))).isEmpty();
    assertThat(search.nameNear(new Position(90, 0))).isEmpty();
  }
}
