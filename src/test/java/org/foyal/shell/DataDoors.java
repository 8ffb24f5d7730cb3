package org.foyal.shell;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every door where programs call, and how it tells what went wrong.
final class DataDoors {
  private DataDoors() {}

  /// Each door with a request that it would answer in a city that has data.
  static final Map<String, String> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("/api/openapi.json", "/api/openapi.json"),
              Map.entry("/api/search", "/api/search?q=rue&limit=3"),
              Map.entry("/api/areas", "/api/areas"),
              Map.entry("/api/areas/at", "/api/areas/at?lat=14.6&lon=-61.07"),
              Map.entry("/api/areas/{code}", "/api/areas/97209"),
              Map.entry("/api/equality", "/api/equality"),
              Map.entry("/api/equality.csv", "/api/equality.csv"),
              Map.entry("/api/equality/index", "/api/equality/index"),
              Map.entry("/api/equality/index.csv", "/api/equality/index.csv"),
              Map.entry("/api/learning/figures", "/api/learning/figures"),
              Map.entry("/api/learning/figures.csv", "/api/learning/figures.csv?quarter=2026-T1"),
              Map.entry("/api/map/areas.geojson", "/api/map/areas.geojson?kind=IRIS"),
              Map.entry("/api/map/streets.geojson", "/api/map/streets.geojson"),
              Map.entry(
                  "/api/map/roads.geojson", "/api/map/roads.geojson?bbox=-61.1,14.5,-61,14.7"),
              Map.entry("/api/map/places.geojson", "/api/map/places.geojson"),
              Map.entry("/api/fibre/deliveries", "/api/fibre/deliveries"),
              Map.entry("/api/fibre/deliveries/{id}/undo", "/api/fibre/deliveries/1/undo"),
              Map.entry("/api/fibre/buildings.csv", "/api/fibre/buildings.csv?on=2026-01-01"),
              Map.entry("/api/fibre/buildings.geojson", "/api/fibre/buildings.geojson"),
              Map.entry("/api/fibre/coverage", "/api/fibre/coverage?on=2020-10-08"),
              Map.entry("/api/fibre/coverage.csv", "/api/fibre/coverage.csv?known=2026-01-01"),
              Map.entry("/api/places.csv", "/api/places.csv?rows=all"),
              Map.entry("/api/places.geojson", "/api/places.geojson"),
              Map.entry("/api/reports.geojson", "/api/reports.geojson?language=en"),
              Map.entry("/api/reports.rss", "/api/reports.rss"),
              Map.entry("/calendars/workshops.ics", "/calendars/workshops.ics?language=en"),
              Map.entry(
                  "/calendars/workshops/{id}.ics", "/calendars/workshops/no-such-session.ics"),
              Map.entry(
                  "/calendars/trainers/{secret}.ics", "/calendars/trainers/no-such-secret.ics"),
              Map.entry(
                  "/calendars/mine/{reference}/{code}.ics",
                  "/calendars/mine/no-such-reference/no-such-code.ics"),
              Map.entry(
                  "/calendars/appointments/{reference}/{code}.ics",
                  "/calendars/appointments/no-such-reference/no-such-code.ics"),
              Map.entry("/calendars/fablab.ics", "/calendars/fablab.ics?language=en"),
              Map.entry(
                  "/calendars/machines/{reference}/{code}.ics",
                  "/calendars/machines/no-such-reference/no-such-code.ics"),
              Map.entry("/api/fibre/address", "/api/fibre/address?q=12+rue+lamartine&language=en"),
              Map.entry("/api/innovation/funded", "/api/innovation/funded"),
              Map.entry("/api/innovation/funded.csv", "/api/innovation/funded.csv"),
              Map.entry("/data/catalog.ttl", "/data/catalog.ttl"),
              Map.entry("/data/catalog.jsonld", "/data/catalog.jsonld"),
              Map.entry("/data/{name:[a-z]+}.{extension:csv|geojson|json}", "/data/areas.csv"),
              Map.entry("/data/{name:[a-z]+}.schema.json", "/data/areas.schema.json"),
              Map.entry("/open311/discovery.{form:xml|json}", "/open311/discovery.xml"),
              Map.entry("/open311/v2/services.{form:xml|json}", "/open311/v2/services.json"),
              Map.entry(
                  "/open311/v2/services/{code}.{form:xml|json}", "/open311/v2/services/none.xml"),
              Map.entry(
                  "/open311/v2/requests.{form:xml|json}",
                  "/open311/v2/requests.xml?status=open&page_size=3"),
              Map.entry(
                  "/open311/v2/requests/{id}.{form:xml|json}", "/open311/v2/requests/none.json"),
              Map.entry("/open311/v2/tokens/{token}.{form:xml|json}", "/open311/v2/tokens/1.xml"),
              Map.entry(
                  "/open311/v2/servicerequestupdates.{form:xml|json}",
                  "/open311/v2/servicerequestupdates.json"),
              Map.entry(
                  "/api/things/datastreams/{id}/series",
                  "/api/things/datastreams/1/series?step=day"),
              Map.entry(
                  "/api/things/datastreams/{id}/series.csv",
                  "/api/things/datastreams/1/series.csv?step=day"),
              Map.entry("/api/things/objects.geojson", "/api/things/objects.geojson?kind=air"),
              Map.entry("/api/things/alerts", "/api/things/alerts"),
              Map.entry("/api/things/claims", "/api/things/claims"),
              Map.entry(
                  "/api/fablab/machines/{machine}/sessions",
                  "/api/fablab/machines/00000000-0000-0000-0000-000000000000/sessions"),
              Map.entry(
                  "/api/fablab/machines/{machine}/alive",
                  "/api/fablab/machines/00000000-0000-0000-0000-000000000000/alive"),
              Map.entry("/api/things/ttn", "/api/things/ttn"),
              Map.entry("/api/things/sensor-community", "/api/things/sensor-community"),
              Map.entry("/tiles/*", "/tiles/light/13/2706/3764.png"),
              Map.entry("/v1.1/*", "/v1.1/Things?$top=3&$expand=Datastreams")));

  /// What is no question about one home.
  static Stream<String> oddHomes() {
    var odd =
        "|?q=|?q=%00|?q=rue&q=chemin|?q=rue&street=rue|?q=rue&nothing=1|?q=rue&language=klingon"
            + "|?street=|?street=RUE%20%3Cb%3E|?number=12|?building=|?building=%E2%80%AE"
            + "|?lat=NaN&lon=NaN|?lat=14.6|?lat=91&lon=0";
    var huge = Stream.of("?q=" + "a".repeat(9_000), "?street=a&number=" + "9".repeat(3_000));
    return Stream.concat(Stream.of(odd.split("\\|", -1)), huge).map("/api/fibre/address"::concat);
  }

  static boolean isProblem(String answer, int status) {
    return answer.contains("Content-Type: application/problem+json")
        && answer.contains("\"status\":" + status)
        && answer.contains("\"title\":\"")
        && answer.contains("\"detail\":\"");
  }

  /// The form of GeoReport v2, at its own doors.
  static boolean isOpen311(String answer, int status) {
    return (answer.contains("Content-Type: text/xml;charset=")
            && answer.contains("<errors><error><code>" + status + "</code><description>"))
        || (answer.contains("Content-Type: application/json;charset=")
            && answer.contains("[{\"code\":" + status + ",\"description\":\""));
  }

  /// The form of SensorThings, at its own doors.
  static boolean isSensorThings(String answer, int status) {
    return answer.contains("Content-Type: application/json")
        && answer.contains("{\"code\":" + status + ",\"type\":\"error\",\"message\":\"");
  }

  /// Addresses of SensorThings that are refused.
  static Stream<String> things() {
    return Stream.of(
            "Nothings",
            "Things(x)",
            "Things%00",
            "Things?$filter=%zz",
            "Things?$filter=%",
            "Things?$filter=id%20eq",
            "Things?$top=%D9%A1",
            "Things?$expand=" + "Datastreams($expand=Thing(".repeat(100),
            "Things?$filter=" + "(".repeat(9_000),
            "Things?$nothing=1",
            "Things/" + "a".repeat(3_000),
            "Things(1)/" + "Datastreams/".repeat(300))
        .map("/v1.1/"::concat);
  }

  /// Addresses of figures that are refused.
  static Stream<String> figures() {
    return Stream.of(
            "?quarter=",
            "?quarter=2026-T5",
            "?quarter=%00",
            "?quarter=2026-T1&quarter=2026-T2",
            "?quarter=" + "2".repeat(3_000),
            "?place=1",
            "?%00=1")
        .flatMap(query -> Stream.of("", ".csv").map(form -> form + query))
        .map("/api/learning/figures"::concat);
  }

  /// Addresses of funded projects that are refused.
  static Stream<String> innovation() {
    return Stream.of("?limit=1", "?%00=1", "?a=" + "9".repeat(3_000), "/1", ".exe")
        .map("/api/innovation/funded"::concat);
  }

  /// Addresses of fibre that are refused.
  static Stream<String> fibre() {
    return Stream.of(
            "deliveries?x=1",
            "deliveries/%00/undo",
            "deliveries/" + "9".repeat(3_000) + "/undo",
            "deliveries/1",
            "buildings.csv?on=%00",
            "buildings.csv?on=2026-13-45&on=x",
            "buildings.geojson?on=" + "9".repeat(3_000),
            "coverage?on=",
            "coverage?on=2099-01-01",
            "coverage?on=2020-10-08&on=2020-10-09",
            "coverage.csv?known=%00",
            "coverage.csv?example=yes",
            "buildings.exe")
        .map("/api/fibre/"::concat);
  }

  /// Addresses of things that are refused.
  static Stream<String> series() {
    return Stream.of(
            "1/series?from=",
            "1/series?from=%00",
            "1/series?step=year",
            "1/series?step=day&step=day",
            "1/series?until=" + "9".repeat(3_000),
            "1/series.csv?step=year",
            "%00/series",
            "1e3/series",
            "9".repeat(3_000) + "/series")
        .map("/api/things/datastreams/"::concat);
  }
}
