package org.foyal.fibre.coverage;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.foyal.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the fibre in ten lines: what a mayor says of it without a note, each line
/// with its source and its day, on one sheet.
@Controller
class BriefPage {
  private final BriefLines lines;
  private final FollowUp follow;
  private final Pages pages;

  BriefPage(BriefLines lines, FollowUp follow, Pages pages) {
    this.lines = lines;
    this.follow = follow;
    this.pages = pages;
  }

  /// What the page shows.
  record View(List<BriefLines.Line> lines, LocalDate today) {}

  @GetMapping("/fibre/brief")
  ModelAndView show(HttpServletRequest request) {
    return new ModelAndView("fibre/coverage/brief")
        .addObject("view", new View(lines.of(pages.of(request)), follow.today()));
  }
}
