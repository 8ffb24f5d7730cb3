package teeth.rooms.upper;

import org.springframework.context.event.EventListener;
import teeth.rooms.lower.LowerTold;

/// Listens to a room that it may not call: listening counts.
class Eavesdropper {
  @EventListener
  void on(LowerTold event) {}
}
