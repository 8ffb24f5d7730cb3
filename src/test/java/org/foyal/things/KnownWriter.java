package org.foyal.things;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalLong;
import org.foyal.things.model.Rights;
import org.foyal.things.model.Writer;
import org.foyal.things.serving.Gate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;

/// A gate that knows one name, for tests of the doors.
@Primary
public class KnownWriter implements Gate {
  /// The header that opens.
  public static final String KEY =
      "Basic "
          + Base64.getEncoder().encodeToString("tester:secret".getBytes(StandardCharsets.UTF_8));

  @Override
  public Entry enter(@Nullable String authorization, String from) {
    if (authorization == null) {
      return new Entry.Nobody();
    }
    return authorization.equals(KEY)
        ? new Entry.Admitted(new Writer("tester", false, new Rights.Everything()))
        : new Entry.Wrong();
  }

  @Override
  public OptionalLong spend(Writer writer, int observations) {
    return OptionalLong.empty();
  }

  @Override
  public void made(Writer writer, long thing) {
    // theirs is everything
  }
}
