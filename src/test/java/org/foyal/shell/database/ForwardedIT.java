package org.foyal.shell.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only a proxy that the engineer named is believed about who asks.
class ForwardedIT {
  @TempDir Path data;

  private static int refusals(Program program) throws Exception {
    var answers = new ArrayList<Integer>();
    for (int i = 0; i < 12; i++) {
      answers.add(program.get("/fr/", "X-Forwarded-For", "203.0.113." + i).statusCode());
    }
    return (int) answers.stream().filter(status -> status == 429).count();
  }

  @Test
  void anInventedSenderDoesNotEscapeTheLimitUnlessATrustedProxyNamesIt() throws Exception {
    try (var program = Program.start(data, "--foyal.shell.pages-per-minute=5").awaitOpen()) {
      assertThat(refusals(program)).isGreaterThanOrEqualTo(6);
    }
    try (var program =
        Program.start(
                data,
                "--foyal.shell.pages-per-minute=5",
                "--foyal.shell.trusted-proxies=127.0.0.1,::1")
            .awaitOpen()) {
      assertThat(refusals(program)).isZero();
      var secure =
          program.get("/fr/", "X-Forwarded-Proto", "https", "X-Forwarded-For", "198.51.100.9");
      assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
  }
}
