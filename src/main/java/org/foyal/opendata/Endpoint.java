package org.foyal.opendata;

/// A door for programs that answers questions, as the catalogue names it beside the files.
enum Endpoint {
  /// The connected city: OGC SensorThings API 1.1 (18-088).
  SENSORTHINGS("/v1.1", "/v1.1", "http://www.opengis.net/doc/is/sensorthings/1.1"),
  /// Reports and requests: Open311 GeoReport v2.
  OPEN311("/open311/v2", "/open311/discovery.xml", "http://wiki.open311.org/GeoReport_v2");

  private final String path;
  private final String description;
  private final String standard;

  Endpoint(String path, String description, String standard) {
    this.path = path;
    this.description = description;
    this.standard = standard;
  }

  String path() {
    return path;
  }

  /// Where it says what it can.
  String description() {
    return description;
  }

  /// The address of what it conforms to.
  String standard() {
    return standard;
  }

  /// The key of its name.
  String words() {
    return "opendata.service." + name();
  }
}
