package org.foyal.home;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The front page: search first, then the doors of what works today.
@Controller
class HomePage {
  @GetMapping("/")
  ModelAndView home() {
    return new ModelAndView("home/home");
  }
}
