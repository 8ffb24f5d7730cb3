package org.foyal.things.serving;

import org.foyal.things.query.Reading;
import org.foyal.things.query.Written;
import org.springframework.stereotype.Component;

/// What the door of SensorThings leads to.
@Component
record Doors(
    Reading reading,
    Written written,
    RootDocument root,
    Faults faults,
    WritingDoor writes,
    Base base) {}
