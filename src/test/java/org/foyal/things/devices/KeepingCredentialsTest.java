package org.foyal.things.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.people.Actor;
import org.foyal.things.devices.Devices.Entered;
import org.foyal.things.devices.Devices.Spending;
import org.foyal.things.model.Rights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Devices get credentials that are kept as digests, rotated, revoked at once and counted.
@HouseTest
class KeepingCredentialsTest {
  @Autowired Devices devices;
  @Autowired DeviceGate gate;
  @Autowired JdbcClient sql;

  private final UUID id = UUID.randomUUID();

  private Devices.Order order(Rights rights, int aDay, int burst) {
    return new Devices.Order(id, "Essai", rights, new Device.Quota(aDay, burst), true);
  }

  private Credentials opened() {
    return opened(new Rights.Everything());
  }

  private Credentials opened(Rights rights) {
    return ((Entered.Opened) devices.open(Actor.CONSOLE, order(rights, 1_000, 10))).credentials();
  }

  @Test
  void whatIsKeptOfASecretOpensNothing() {
    var shown = opened();
    assertThat(Base64.getUrlDecoder().decode(shown.secret())).hasSize(16);
    assertThat(shown.username()).matches("[a-z]+-[a-z]+-\\d{4}");
    var row = sql.sql("select d::text from things.device d where id = :id").param("id", id);
    assertThat(row.query(String.class).single()).doesNotContain(shown.secret());
    assertThat(devices.find(shown.username(), shown.secret()))
        .hasValueSatisfying(writer -> {
          assertThat(writer.name()).isEqualTo(shown.username());
          assertThat(writer.example()).isTrue();
          assertThat(writer.rights().mayWriteAt(7)).isTrue();
        });
    assertThat(devices.find(shown.username(), shown.secret() + "x")).isEmpty();
    assertThat(devices.find("nobody", shown.secret())).isEmpty();
  }

  @Test
  void theSameFormGivesNoSecondSecret() {
    opened();
    assertThat(devices.open(Actor.CONSOLE, order(new Rights.Everything(), 1, 1)))
        .isEqualTo(new Entered.Again());
  }

  @Test
  void aMakersDeviceWritesOnItsThingsAlone() {
    long mine = thing();
    long other = thing();
    var shown = opened(new Rights.Some(Set.of(mine)));
    var rights = devices.find(shown.username(), shown.secret()).orElseThrow().rights();
    assertThat(rights.mayWriteAt(mine)).isTrue();
    assertThat(rights.mayWriteAt(other)).isFalse();
  }

  @Test
  void aThingThatIsNotThereIsToldAndNothingIsEntered() {
    assertThat(devices.open(Actor.CONSOLE, order(new Rights.Some(Set.of(9_999_999L)), 1, 1)))
        .isEqualTo(new Entered.NoThings(Set.of(9_999_999L)));
    assertThat(devices.find(id)).isEmpty();
  }

  @Test
  void anEarlierSecretOpensUntilTheSetMomentAlone() {
    var first = opened();
    var second = devices.rotate(Actor.CONSOLE, id, Duration.ofHours(1)).orElseThrow();
    assertThat(devices.find(first.username(), first.secret())).isPresent();
    assertThat(devices.find(second.username(), second.secret())).isPresent();
    var third = devices.rotate(Actor.CONSOLE, id, Duration.ZERO).orElseThrow();
    assertThat(devices.find(first.username(), first.secret())).isEmpty();
    assertThat(devices.find(first.username(), second.secret())).isEmpty();
    assertThat(devices.find(first.username(), third.secret())).isPresent();
  }

  @Test
  void aRevokedDeviceIsOutAtOnceAndForGood() {
    var shown = opened();
    var pass = devices.pass(shown.username(), shown.secret()).orElseThrow();
    assertThat(devices.writer(pass)).isPresent();
    assertThat(devices.revoke(Actor.CONSOLE, id)).isTrue();
    assertThat(devices.writer(pass)).isEmpty();
    assertThat(devices.find(shown.username(), shown.secret())).isEmpty();
    assertThat(devices.rotate(Actor.CONSOLE, id, Duration.ZERO)).isEmpty();
    assertThat(devices.revoke(Actor.CONSOLE, id)).isFalse();
  }

  @Test
  void aCodeIsExchangedOnceHoweverItIsTyped() {
    var waits =
        (Entered.Waits) devices.prepare(Actor.CONSOLE, order(new Rights.Some(Set.of()), 9, 9));
    assertThat(devices.find(id).orElseThrow().waits()).isTrue();
    assertThat(devices.claim("WRONG234")).isEmpty();
    var typed =
        waits.code().substring(0, 4).toLowerCase(java.util.Locale.ROOT)
            + "-"
            + waits.code().substring(4);
    var shown = devices.claim(typed).orElseThrow();
    assertThat(devices.find(shown.username(), shown.secret())).isPresent();
    assertThat(devices.claim(waits.code())).isEmpty();
  }

  @Test
  void aCodeOpensNothingAfterTwoDaysAndIsForgotten() {
    var waits =
        (Entered.Waits) devices.prepare(Actor.CONSOLE, order(new Rights.Some(Set.of()), 9, 9));
    sql.sql("update things.claim set until = now() - interval '3 days' where device = :id")
        .param("id", id)
        .update();
    assertThat(devices.claim(waits.code())).isEmpty();
    devices.forgetUnclaimed();
    assertThat(devices.find(id)).isEmpty();
  }

  @Test
  void observationsAreCountedAgainstTheQuota() {
    var name = opened().username();
    assertThat(devices.spend(name, 10)).isEqualTo(new Spending.Within());
    assertThat(devices.spend(name, 5))
        .isInstanceOfSatisfying(
            Spending.TooMany.class, late -> assertThat(late.wait_s()).isBetween(1L, 60L));
    assertThat(devices.spend(name, 11)).isEqualTo(new Spending.TooMany(0));
  }

  @Test
  void whoShowsWrongSecretsTooOftenHasToWaitAndNobodyElse() {
    var shown = opened();
    var answers = new ArrayList<DeviceGate.Entry>();
    for (int i = 0; i < 31; i++) {
      answers.add(gate.enter(shown.username(), "wrong" + i, "203.0.113.9"));
    }
    assertThat(answers)
        .startsWith(new DeviceGate.Entry.Wrong())
        .endsWith(new DeviceGate.Entry.Slow());
    var basic =
        Base64.getEncoder()
            .encodeToString(
                (shown.username() + ":" + shown.secret())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(gate.enter("Basic " + basic, "203.0.113.9"))
        .isInstanceOf(DeviceGate.Entry.Admitted.class);
    assertThat(gate.enter(null, "203.0.113.9")).isEqualTo(new DeviceGate.Entry.Nobody());
    assertThat(List.of("Basic !", "Basic", "Bearer x", "Basic " + "A".repeat(9_000)))
        .allSatisfy(odd ->
            assertThat(gate.enter(odd, "203.0.113.10")).isEqualTo(new DeviceGate.Entry.Wrong()));
  }

  private long thing() {
    return sql.sql(
            "insert into things.thing (name, description, created_at) values ('t', '', now()) returning id")
        .query(Long.class)
        .single();
  }
}
