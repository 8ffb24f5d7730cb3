package org.foyal.opendata;

import java.util.Locale;

/// The formats in which a data set can be had.
enum Format {
  CSV("text/csv;charset=UTF-8;header=present", "text/csv", "CSV"),
  GEOJSON("application/geo+json", "application/geo+json", "GEOJSON"),
  JSON("application/json", "application/json", "JSON");

  private final String contentType;
  private final String mediaType;
  private final String fileType;

  Format(String contentType, String mediaType, String fileType) {
    this.contentType = contentType;
    this.mediaType = mediaType;
    this.fileType = fileType;
  }

  String contentType() {
    return contentType;
  }

  /// Its name at IANA.
  String mediaType() {
    return mediaType;
  }

  /// Its code in the European Union's list of file types.
  String fileType() {
    return fileType;
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
