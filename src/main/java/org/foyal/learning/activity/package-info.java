/// The mediators' record of what they did: one record an activity, in the words of the national
/// Coop de la médiation numérique; people as counts, never as names.
///
/// Owns `learning.activity` and `learning.activity_version`, in the schema of the room around it.
/// Doors: [ActivityFormPage], [MyActivitiesPage], [ActivityFiguresPage] (web, staff),
/// [ActivityNightly] (time). Calls `territory`, for communes and neighbourhoods, and `people`.
@org.springframework.modulith.NamedInterface("activity")
@org.jspecify.annotations.NullMarked
package org.foyal.learning.activity;
