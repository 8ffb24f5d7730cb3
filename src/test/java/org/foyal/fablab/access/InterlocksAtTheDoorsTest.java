package org.foyal.fablab.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.machines.Machine;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Devices;
import org.foyal.things.mqtt.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Interlocks speak by HTTP and MQTT with their own credentials, and the staff set them up.
@HouseTest
class InterlocksAtTheDoorsTest {
  private static final String DESK = "/fr/staff/fablab/access";

  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Interlocks interlocks;
  @Autowired Devices devices;
  @Autowired Commands commands;

  private final Member fabrice = new Member(Role.FABLAB);
  private Machine machine;
  private Credentials key;

  @BeforeEach
  void anInterlock() {
    machine = lab.machine(lab.type("Fraiseuse"));
    key = interlocks.open(Lab.STAFF, UUID.randomUUID(), machine.id()).orElseThrow();
  }

  private MvcTestResult say(String machine, Optional<Credentials> shown, String body) {
    var request =
        web.post()
            .uri("/api/fablab/machines/" + machine + "/sessions")
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    shown.ifPresent(one ->
        request.header(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (one.username() + ":" + one.secret()).getBytes(StandardCharsets.UTF_8))));
    return request.exchange();
  }

  private static String initial(UUID run) {
    return "{\"session\":\"%s\",\"sequence\":1,\"state\":\"initial\",\"badge\":\"nobody\",\"minutes\":30}"
        .formatted(run);
  }

  @Test
  void anUnknownBadgeIsToldInWords() {
    var told = say(machine.id().toString(), Optional.of(key), initial(UUID.randomUUID()));
    assertThat(told).hasStatusOk();
    assertThat(told).bodyJson().extractingPath("$.power").isEqualTo(false);
    assertThat(told).bodyJson().extractingPath("$.reason").isEqualTo("badge");
    assertThat(told).bodyJson().extractingPath("$.message").asString().contains("Badge inconnu");
  }

  @Test
  void withoutKeysOrWithThoseOfAnotherMachineNothingIsHeard() {
    assertThat(say(machine.id().toString(), Optional.empty(), initial(UUID.randomUUID())))
        .hasStatus(401);
    var other = lab.machine(lab.type("Découpe"));
    assertThat(say(other.id().toString(), Optional.of(key), initial(UUID.randomUUID())))
        .hasStatus(403);
  }

  @Test
  void whatTheStaffTookAwayOpensNothing() {
    var device = devices.findId(key.username()).orElseThrow();
    assertThat(
            web.post()
                .uri(DESK)
                .with(fabrice.here())
                .with(csrf())
                .param("act", "end")
                .param("id", device.toString()))
        .hasStatusOk();
    assertThat(say(machine.id().toString(), Optional.of(key), initial(UUID.randomUUID())))
        .hasStatus(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"session\":\"x\",\"sequence\":1,\"state\":\"initial\",\"badge\":\"b\",\"minutes\":1}",
        "{\"session\":\"5f0c7d1e-0000-4000-8000-000000000001\",\"sequence\":-1,\"state\":\"cancel\"}",
        "{\"session\":\"5f0c7d1e-0000-4000-8000-000000000001\",\"sequence\":1,\"state\":\"on\"}",
        "{\"session\":\"5f0c7d1e-0000-4000-8000-000000000001\",\"sequence\":1,\"state\":\"initial\",\"badge\":\"b\",\"minutes\":9999}",
        "{\"session\":\"5f0c7d1e-0000-4000-8000-000000000001\",\"sequence\":1,\"state\":\"initial\",\"badge\":\"\",\"minutes\":9}",
        "{\"session\":\"5f0c7d1e-0000-4000-8000-000000000001\",\"sequence\":1,\"state\":\"initial\",\"badge\":\"b\",\"minutes\":9,\"at\":\"hier\"}"
      })
  void whatNobodyCanReadIsRefused(String body) {
    assertThat(say(machine.id().toString(), Optional.of(key), body)).hasStatus(400);
  }

  @Test
  void byMqttTheSameIsSaidAndHeardByThatMachineAlone() {
    var topic = "fablab/machines/" + machine.id();
    var body = initial(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    var answer = commands.said(topic + "/sessions", body, key.username()).orElseThrow();
    assertThat(answer.topic()).isEqualTo(topic + "/answers");
    assertThat(answer.payload()).contains("\"reason\":\"badge\"", "\"power\":false");
    var odd =
        commands.said(topic + "/sessions", "{".getBytes(StandardCharsets.UTF_8), key.username());
    assertThat(odd.orElseThrow().payload()).contains("\"reason\":\"body\"", "\"power\":false");
    assertThat(commands.said(topic + "/sessions", body, "another")).isEmpty();
    assertThat(commands.mayHear(topic + "/answers", key.username())).isTrue();
    assertThat(commands.mayHear(topic + "/answers", "another")).isFalse();
    assertThat(commands.mayHear(topic + "/sessions", key.username())).isFalse();
  }

  @Test
  void aBoxThatSaysTooMuchHasToWait() {
    MvcTestResult told = say(machine.id().toString(), Optional.of(key), "{}");
    for (int i = 0; i < 300 && told.getResponse().getStatus() == 400; i++) {
      told = say(machine.id().toString(), Optional.of(key), "{}");
    }
    assertThat(told).hasStatus(429);
  }

  /// Its keys would open what is others'.
  @Test
  void aFormThatNamesADeviceOfOthersSetsNothingUp() {
    var other = lab.machine(lab.type("Découpe"));
    var device = devices.findId(key.username()).orElseThrow();
    assertThat(interlocks.open(Lab.STAFF, device, other.id())).isEmpty();
  }

  @Test
  void aMachineHasOneInterlockAndItsKeysAreShownOnce() {
    var other = lab.machine(lab.type("Découpe"));
    var form = UUID.randomUUID().toString();
    var told =
        web.post()
            .uri(DESK)
            .with(fabrice.here())
            .with(csrf())
            .param("act", "open")
            .param("id", form)
            .param("machine", other.id().toString())
            .exchange();
    assertThat(told).hasStatusOk().bodyText().contains("on ne le montre qu’une fois");
    assertThat(
            web.post()
                .uri(DESK)
                .with(fabrice.here())
                .with(csrf())
                .param("act", "open")
                .param("id", form)
                .param("machine", other.id().toString()))
        .hasStatus(422)
        .bodyText()
        .contains("a déjà un boîtier");
  }

  @Test
  void aBadgeIsGivenByTheCardAndShownOnce() {
    var ana = lab.member("Ana Baj " + UUID.randomUUID().toString().substring(0, 6));
    assertThat(
            web.post()
                .uri(DESK)
                .with(fabrice.here())
                .with(csrf())
                .param("act", "badge")
                .param("id", UUID.randomUUID().toString())
                .param("reference", ana.reference().toString()))
        .hasStatusOk()
        .bodyText()
        .contains("class=\"qr\"", "Donné le");
    assertThat(
            web.post()
                .uri(DESK)
                .with(fabrice.here())
                .with(csrf())
                .param("act", "badge")
                .param("id", UUID.randomUUID().toString())
                .param("reference", "nobody"))
        .hasStatus(422);
  }
}
