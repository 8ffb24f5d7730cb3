package org.foyal.things.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.things.Sensing;
import org.foyal.things.mqtt.OpenDoor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The root of the service tells which requirements it meets: all that a test here bears the name
/// of, and none that no test does.
@HouseTest
class ToldConformanceTest {
  private static final String REQUIREMENTS = "http://www.opengis.net/spec/iot_sensing/1.1/req/";

  @LocalServerPort int port;
  @Autowired ApplicationContext house;

  private static Set<String> tested() {
    return Stream.of(
            "conformance.datamodel.DatamodelTest",
            "conformance.resourcepath.ResourcePathTest",
            "conformance.requestdata.RequestDataTest",
            "conformance.createupdatedelete.CreateUpdateDeleteTest",
            "conformance.dataarray.DataArrayTest",
            "mqtt.PublishingTest",
            "mqtt.SubscribingTest")
        .flatMap(name -> Arrays.stream(named(name)))
        .map(method -> method.getAnnotation(DisplayName.class))
        .filter(java.util.Objects::nonNull)
        .map(DisplayName::value)
        .collect(Collectors.toSet());
  }

  private static Method[] named(String name) {
    try {
      return Class.forName("org.foyal.things." + name).getDeclaredMethods();
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
  }

  @Test
  void itTellsWhatTestsHoldAndNoMore() {
    OpenDoor.of(house); // whatever ran before
    var told =
        new Sensing(port)
            .get("")
            .json()
            .at("/serverSettings/conformance")
            .valueStream()
            .map(one -> one.stringValue(""))
            .collect(Collectors.toSet());
    var tested = tested();
    assertThat(told).allMatch(one -> one.startsWith(REQUIREMENTS));
    // a class stands for all its requirements
    assertThat(told)
        .allSatisfy(one ->
            assertThat(tested).anyMatch(test -> test.equals(one) || test.startsWith(one + "/")));
    assertThat(tested)
        .allSatisfy(test ->
            assertThat(told).anyMatch(one -> test.equals(one) || test.startsWith(one + "/")));
    assertThat(told)
        .doesNotContain(
            REQUIREMENTS + "batch-request/batch-request", REQUIREMENTS + "multi-datastream");
  }
}
