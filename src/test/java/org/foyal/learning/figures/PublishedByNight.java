package org.foyal.learning.figures;

import java.time.LocalDate;
import org.springframework.context.ApplicationContext;

/// Publishes as the night does, for tests of other rooms.
public final class PublishedByNight {
  private PublishedByNight() {}

  /// The first day of the quarter that was published last.
  public static LocalDate due(ApplicationContext house) {
    return house.getBean(Publishing.class).due().first();
  }

  /// Whether there was something to publish of the last quarter that is over.
  public static boolean publish(ApplicationContext house) {
    var publishing = house.getBean(Publishing.class);
    return publishing.publish(publishing.due());
  }
}
