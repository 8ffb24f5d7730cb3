package org.foyal.people;

import java.time.Instant;
import org.foyal.people.Inviting.Carriage;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.keys.QrDrawing;
import org.springframework.web.servlet.ModelAndView;

/// A link just made, as the administrator may print it; it is shown this once.
///
/// @param words the key of what the link is for
record LinkView(
    Account account,
    String words,
    String address,
    QrDrawing drawing,
    Instant until,
    Carriage letter) {
  static ModelAndView page(Invited made, String words) {
    var view =
        new LinkView(
            made.account(),
            words,
            made.address(),
            QrDrawing.of(made.address()),
            made.until(),
            made.letter());
    return new ModelAndView("people/link").addObject("view", view);
  }
}
