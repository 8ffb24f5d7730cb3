package org.foyal.fibre.files.extracts;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.fibre.files.partners.Partners.Voice;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The staff's web door to files out: administrators get everybody's buildings, somebody of an
/// operator its own.
@Controller
@For({Role.ADMIN, Role.OPERATOR})
@RequestMapping("/staff/fibre/files")
class ExtractsPage {
  private final Extracts extracts;
  private final Partners partners;
  private final ShellSettings shell;
  private final Clock clock;

  ExtractsPage(Extracts extracts, Partners partners, ShellSettings shell, Clock clock) {
    this.extracts = extracts;
    this.partners = partners;
    this.shell = shell;
    this.clock = clock;
  }

  @GetMapping("/buildings.csv")
  void table(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      SignedIn who,
      HttpServletResponse response)
      throws IOException {
    give(new Days(on, known), who, response, true);
  }

  @GetMapping("/buildings.geojson")
  void points(
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String known,
      SignedIn who,
      HttpServletResponse response)
      throws IOException {
    give(new Days(on, known), who, response, false);
  }

  private record Days(@Nullable String on, @Nullable String known) {}

  private void give(Days days, SignedIn who, HttpServletResponse response, boolean table)
      throws IOException {
    var voice = partners.voiceOf(who);
    if (voice instanceof Voice.Nobody) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    var at =
        BuildingsApi.asked(days.on(), days.known(), clock, shell.timeZone())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    BuildingsApi.write(extracts, voice.restrictedTo(), at, response, table);
  }
}
