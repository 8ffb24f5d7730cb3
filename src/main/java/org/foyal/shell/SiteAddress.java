package org.foyal.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where the site is found, for links that leave the house: the setting, or else this machine with
/// the port that is open.
///
/// A house that opens notes its address in its data folder, so that a command at the console makes
/// links that lead to it.
@Component
public class SiteAddress {
  private static final Logger LOG = LoggerFactory.getLogger(SiteAddress.class);
  private static final String SETTING = "foyal.shell.public-address";

  private final Environment environment;
  private final ShellSettings settings;
  private final Path note;

  SiteAddress(Environment environment, ShellSettings settings) {
    this.environment = environment;
    this.settings = settings;
    this.note = settings.data().resolve("site-address");
  }

  /// The address without a slash at its end.
  public String get() {
    var address = port().map(port -> "http://localhost:" + port).or(this::noted);
    return (isSet() ? Optional.<String>empty() : address)
        .orElseGet(() -> settings.publicAddress().toString())
        .replaceAll("/+$", "");
  }

  private boolean isSet() {
    return Binder.get(environment).bind(SETTING, String.class).isBound();
  }

  private Optional<String> port() {
    return Optional.ofNullable(environment.getProperty("local.server.port"));
  }

  private Optional<String> noted() {
    try {
      return Files.exists(note) ? Optional.of(Files.readString(note).strip()) : Optional.empty();
    } catch (IOException unreadable) {
      LOG.warn("{} can't be read ({}).", note, unreadable.getMessage());
      return Optional.empty();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void note() {
    if (port().isEmpty()) {
      return;
    }
    try {
      Files.writeString(note, get() + "\n");
    } catch (IOException full) {
      LOG.warn(
          "{} can't be written ({}): links that bin/staff prints may lead elsewhere.",
          note,
          full.getMessage());
    }
  }
}
