package org.foyal.territory.files;

import org.foyal.shell.guard.Act;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.Trail;
import org.foyal.territory.TerritoryChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What follows when something was brought in or taken back: what stands finds its area again and
/// the audit trail hears of it, both in the import's own transaction; the house is told after its
/// commit.
@Component
class Aftermath {
  private final Resettling resettling;
  private final ObjectProvider<Trail> trail;
  private final ApplicationEventPublisher events;

  Aftermath(Resettling resettling, ObjectProvider<Trail> trail, ApplicationEventPublisher events) {
    this.resettling = resettling;
    this.trail = trail;
    this.events = events;
  }

  /// What was brought in or taken back, and by whom.
  ///
  /// @param who nobody for what the machine's own engineer did on its console
  record Deed(long importId, String fileName, @Nullable SignedIn who, String by) {
    private Act named(String what) {
      var about = importId + " " + fileName;
      return who == null ? new Act(null, by, "console", what, about) : Act.by(who, what, about);
    }
  }

  void applied(Deed deed, Target target) {
    if (target == Target.AREA) {
      resettling.everything();
    }
    tell(deed, "files.act.applied");
  }

  /// Rows that stand again may be older than the outlines, whatever the import was of.
  void undone(Deed deed) {
    resettling.everything();
    tell(deed, "files.act.undone");
  }

  private void tell(Deed deed, String what) {
    trail.ifAvailable(kept -> kept.append(deed.named(what)));
    events.publishEvent(new TerritoryChanged(deed.importId()));
  }
}
