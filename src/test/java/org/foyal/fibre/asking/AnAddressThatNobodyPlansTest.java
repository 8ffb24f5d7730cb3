package org.foyal.fibre.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.foyal.HouseTest;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.Ipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The regulator's base knows of a home that is in no operator's file.
@HouseTest
class AnAddressThatNobodyPlansTest {
  private static final String BASE =
      """
      imb_id;imb_x;imb_y;imb_code;imb_code_insee;imb_nbr_logloc;imb_source;imb_type;addr_numero;addr_rep;addr_nom_voie;addr_nom_commune
      7;-6800507,69;1644299,09;IMB/A;97299;12;fo;IM;12;;Rue des Essais;Essai-Ville
      """;

  @Autowired MockMvcTester web;
  @Autowired FibreFiles files;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aHomeOfTheBase() {
    delivering = Delivering.afresh(files, folder, sql, events);
    delivering.bring(delivering.order("base_imb_972.csv", BASE).with(Delivering.day("2026-09-30")));
  }

  @Test
  void whereOperatorsTellOfTheStreetItIsNotPlannedAndThePageSaysWhoDecides() {
    delivering.apply("0415", new Ipe().and("IMB/OTHER", "NumeroVoieImmeuble", "30"));
    assertThat(web.get().uri("/fr/fibre/address?q={q}", "12 rue des essais"))
        .hasStatusOk()
        .bodyText()
        .contains("aucun opérateur n’a ce bâtiment dans son plan", "décide")
        .doesNotContain("vous pouvez commander");
  }

  @Test
  void whereNoOperatorTellsOfTheStreetWeDoNotKnow() {
    assertThat(web.get().uri("/fr/fibre/address?q={q}", "12 rue des essais"))
        .hasStatusOk()
        .bodyText()
        .contains("ne savons pas encore pour cette adresse")
        .doesNotContain("aucun opérateur n’a ce bâtiment dans son plan");
  }
}
