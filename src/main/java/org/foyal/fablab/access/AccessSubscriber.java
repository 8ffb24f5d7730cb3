package org.foyal.fablab.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.things.devices.Devices;
import org.foyal.things.mqtt.Commands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door of interlocks by MQTT: they publish to `fablab/machines/{machine}/sessions` and
/// `…/alive` what they would send by HTTP, and hear the same answers on `…/answers`, in French.
@Component("labAccessSubscriber")
class AccessSubscriber implements Commands {
  private static final Pattern TOPIC =
      Pattern.compile("fablab/machines/([0-9a-f]{8}-[0-9a-f-]{27})/(sessions|alive|answers)");

  private final Access access;
  private final Interlocks interlocks;
  private final SaidJson json;
  private final Words words;
  private final Clock clock;

  AccessSubscriber(Access access, Interlocks interlocks, SaidJson json, Words words, Clock clock) {
    this.access = access;
    this.interlocks = interlocks;
    this.json = json;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public Optional<Answer> said(String topic, byte[] payload, String username) {
    var matcher = TOPIC.matcher(topic);
    if (!matcher.matches() || matcher.group(2).equals("answers")) {
      return Optional.empty();
    }
    var mine = interlock(matcher.group(1), username);
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    var back = "fablab/machines/" + matcher.group(1) + "/answers";
    if (matcher.group(2).equals("alive")) {
      return Optional.of(answer(back, null, access.alive(mine.get())));
    }
    if (interlocks.spend(mine.get()) instanceof Devices.Spending.TooMany) {
      return Optional.of(refused(back, "slow"));
    }
    return json.read(payload, clock.instant())
        .map(said -> answer(back, said.run().toString(), access.hear(mine.get(), said)))
        .or(() -> Optional.of(refused(back, "body")));
  }

  /// What HTTP would answer with a problem: off, and why.
  private Answer refused(String topic, String why) {
    var words = this.words.say(Language.FR, "fablab.access.no." + why);
    var told = new SaidJson.Told(null, false, clock.instant(), why, words);
    return new Answer(topic, new String(json.write(told), StandardCharsets.UTF_8));
  }

  private Optional<Interlock> interlock(String machine, String username) {
    return interlocks.find(username).filter(one -> one.machine().toString().equals(machine));
  }

  private Answer answer(String topic, @Nullable String run, Verdict verdict) {
    var told = AccessApi.told(run, verdict, key -> words.say(Language.FR, key));
    return new Answer(topic, new String(json.write(told), StandardCharsets.UTF_8));
  }

  @Override
  public boolean mayHear(String topic, String username) {
    var matcher = TOPIC.matcher(topic);
    return matcher.matches()
        && matcher.group(2).equals("answers")
        && interlock(matcher.group(1), username).isPresent();
  }
}
