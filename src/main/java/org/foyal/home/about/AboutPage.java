package org.foyal.home.about;

import java.util.List;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Provenance;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What the service says of itself: contact, accessibility, data, legal notice.
@Controller
@RequestMapping("/about")
class AboutPage {
  private final Territory territory;
  private final ShellSettings settings;

  AboutPage(Territory territory, ShellSettings settings) {
    this.territory = territory;
    this.settings = settings;
  }

  /// How the city can be reached; empty texts where it has not said.
  record Contact(String email, String phone, String address) {
    /// Whether the city has said nothing yet.
    boolean unknown() {
      return email.isBlank() && phone.isBlank() && address.isBlank();
    }

    /// The number as a telephone dials it.
    String dialled() {
      return phone.replaceAll("[^0-9+]", "");
    }
  }

  /// The legal notice: who publishes, and whose data stand in the house.
  record Legal(Contact contact, List<Provenance> sources) {}

  @GetMapping("/contact")
  ModelAndView contact() {
    return view("contact", reach());
  }

  @GetMapping("/accessibility")
  ModelAndView accessibility() {
    return view("accessibility", reach());
  }

  @GetMapping("/privacy")
  ModelAndView privacy() {
    return view("privacy", reach());
  }

  @GetMapping("/legal")
  ModelAndView legal() {
    return view("legal", new Legal(reach(), territory.listSources()));
  }

  private Contact reach() {
    return new Contact(settings.contactEmail(), settings.contactPhone(), settings.contactAddress());
  }

  private static ModelAndView view(String name, Object view) {
    return new ModelAndView("home/about/" + name).addObject("view", view);
  }
}
