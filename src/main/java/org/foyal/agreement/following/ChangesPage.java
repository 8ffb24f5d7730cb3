package org.foyal.agreement.following;

import java.util.List;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.kernel.Quarter;
import org.foyal.shell.Freshness;
import org.foyal.shell.ShellSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/// The web door to what changed in a quarter, in ten lines or in full.
@Controller
class ChangesPage {
  private static final int MOST = 1000;

  private final Agreements agreements;
  private final Freshness freshness;
  private final ShellSettings settings;

  ChangesPage(Agreements agreements, Freshness freshness, ShellSettings settings) {
    this.agreements = agreements;
    this.freshness = freshness;
    this.settings = settings;
  }

  /// What the page shows.
  ///
  /// @param all whether every change is shown, not only ten lines
  /// @param newer whether there is a later quarter
  record View(Quarter quarter, List<Change> lines, int others, boolean all, boolean newer) {}

  @GetMapping("/agreements/changes")
  @Nullable ModelAndView show(
      @RequestParam(defaultValue = "") String quarter,
      @RequestParam(defaultValue = "") String all,
      ServletWebRequest request) {
    if (freshness.unchanged(request, agreements.version(), agreements.changedAt())) {
      return null;
    }
    var now = Quarter.of(agreements.today());
    var asked = Quarter.find(quarter).orElse(now);
    var zone = settings.timeZone();
    boolean everything = "yes".equals(all);
    var changes = agreements.changes(asked.from(zone), asked.until(zone), everything, MOST);
    int count = agreements.countChanges(asked.from(zone), asked.until(zone), everything);
    var brief = InShort.of(changes, count);
    var view =
        new View(
            asked,
            everything ? changes : brief.lines(),
            everything ? count - changes.size() : brief.others(),
            everything,
            asked.compareTo(now) < 0);
    return new ModelAndView("agreement/following/changes").addObject("view", view);
  }
}
