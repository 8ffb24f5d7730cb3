package org.foyal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.foyal.agreement.Commitment.Basis;
import org.foyal.agreement.Commitment.Declared;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// The promises of fibre are counted: by what the city published, and by no example.
@SpringBootTest(
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=120",
      "foyal.demo.station-days=0",
      "foyal.shell.data=target/house/${random.uuid}"
    })
@AutoConfigureMockMvc
class MeasuredByFibreFiguresTest {
  @Autowired Measuring measuring;
  @Autowired Agreements agreements;

  @Test
  void thePromiseOfFibreEverywhereStandsAtTheLastRealCount() {
    measuring.measure();
    var promise = agreements.findCommitment("fibre-tout-le-territoire").orElseThrow();
    assertThat(promise.latest().basis()).isEqualTo(Basis.LIVE);
    assertThat(promise.latest().declared()).isEqualTo(Declared.UNDER_WAY);
    assertThat(promise.latest().knownOn()).isEqualTo(LocalDate.of(2020, 10, 8));
    var about = agreements.history(promise).getFirst().about().orElseThrow().french();
    assertThat(about.replaceAll("[\\u00a0\\u202f]", " ")).isEqualTo("33 025 sur 57 113 (57,8 %)");
  }
}
