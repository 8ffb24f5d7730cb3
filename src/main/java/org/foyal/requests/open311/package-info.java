/// Open311 GeoReport v2: other programs list what can be reported, file reports, and follow them.
/// With it the extension of mySociety by which FixMyStreet exchanges what is said of a report.
///
/// Owns the tables `requests.client` and `filed_by`. Façade: [Clients]. Doors: [ServicesApi],
/// [ServiceRequestsApi], [FilingApi] and [UpdatesApi] (XML and JSON), [ClientsPage] (web,
/// administrators). Calls [org.foyal.requests], `cases` with what it watches, and `people`.
@org.springframework.modulith.NamedInterface("open311")
@org.jspecify.annotations.NullMarked
package org.foyal.requests.open311;
