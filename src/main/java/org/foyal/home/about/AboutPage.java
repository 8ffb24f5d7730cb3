package org.foyal.home.about;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Provenance;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What the service says of itself: contact, accessibility, data, legal notice.
@Controller
@RequestMapping("/about")
class AboutPage {
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Territory territory;
  private final Places places;
  private final ShellSettings settings;

  AboutPage(Territory territory, Places places, ShellSettings settings) {
    this.territory = territory;
    this.places = places;
    this.settings = settings;
  }

  /// How the city can be reached; empty texts where it has not said.
  ///
  /// @param about the place whose page has a mistake, where somebody comes from there
  record Contact(String email, String phone, String address, Optional<Place> about) {
    /// The address that opens a letter with its subject.
    String mail(String subject) {
      return "mailto:"
          + email
          + "?subject="
          + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

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
  ModelAndView contact(@RequestParam(defaultValue = "") String place) {
    return view("contact", reach(about(place)));
  }

  /// Only what the city itself shows is named here: whoever makes a link puts no words on this
  /// page.
  private Optional<Place> about(String place) {
    return place.matches(ID)
        ? places.find(UUID.fromString(place)).filter(one -> !one.standing().hidden())
        : Optional.empty();
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
    return reach(Optional.empty());
  }

  private Contact reach(Optional<Place> about) {
    return new Contact(
        settings.contactEmail(), settings.contactPhone(), settings.contactAddress(), about);
  }

  private static ModelAndView view(String name, Object view) {
    return new ModelAndView("home/about/" + name).addObject("view", view);
  }
}
