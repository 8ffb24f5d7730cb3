package org.foyal.things.serving;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.things.model.EntityType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the root of the service tells: its sets, and which requirements it meets (18-088, clause
/// 9.2.1). It lists only what is so.
@Component
class RootDocument {
  private static final String REQUIREMENTS = "http://www.opengis.net/spec/iot_sensing/1.1/req/";
  private static final List<String> MET =
      List.of(
          "datamodel",
          "resource-path/resource-path-to-entities",
          "request-data",
          "create-update-delete",
          "data-array/data-array");

  private final List<Offered> offers;
  private final JsonMapper mapper;

  RootDocument(List<Offered> offers, JsonMapper mapper) {
    this.offers = offers;
    this.mapper = mapper;
  }

  void write(String base, OutputStream out) {
    mapper.writeValue(out, tell(base));
  }

  private Map<String, Object> tell(String base) {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "value",
        Arrays.stream(EntityType.values())
            .map(type -> Map.of("name", type.set(), "url", base + "/" + type.set()))
            .toList());
    var settings = new LinkedHashMap<String, Object>();
    var conformance = new ArrayList<String>(MET.stream().map(REQUIREMENTS::concat).toList());
    offers.forEach(offer -> conformance.addAll(offer.conformance()));
    settings.put("conformance", conformance);
    offers.forEach(offer -> settings.putAll(offer.settings()));
    document.put("serverSettings", settings);
    return document;
  }
}
