package org.foyal.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/// A journey through the house with the city that `bin/run` shows, in the one Chromium. Journeys
/// that carry no more than this share one start.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Chromium.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.additional-location=file:cities/fort-de-france/city.properties",
      "foyal.demo.reports=0",
      "foyal.demo.station-days=2",
      "foyal.demo.cabinets=3",
      "foyal.shell.data=target/house/${random.uuid}",
      "foyal.shell.pages-per-minute=1000000",
      "foyal.shell.forms-per-minute=1000000"
    })
public @interface CityTest {}
