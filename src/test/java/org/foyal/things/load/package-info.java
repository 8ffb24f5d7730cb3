/// Load on any SensorThings service, and the bare writer that it is measured beside.
@org.jspecify.annotations.NullMarked
package org.foyal.things.load;
