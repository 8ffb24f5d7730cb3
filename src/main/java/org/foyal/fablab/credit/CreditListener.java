package org.foyal.fablab.credit;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.foyal.fablab.projects.ProjectPublished;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Whoever documents a project that is shown to all is given time for it, once a project.
@Component("fablabCreditListener")
class CreditListener {
  private static final int A_PROJECT_minutes = 60;

  private final TimeCredits time;

  CreditListener(TimeCredits time) {
    this.time = time;
  }

  /// In the transaction that shows it: neither without the other, whatever dies in between.
  @EventListener
  void published(ProjectPublished event) {
    var form = "fablab.credit.project " + event.project();
    time.contributed(
        UUID.nameUUIDFromBytes(form.getBytes(StandardCharsets.UTF_8)),
        event.member(),
        A_PROJECT_minutes,
        null);
  }
}
