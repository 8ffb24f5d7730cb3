/// What many cases add up to: how many, how long people waited, how often late, how often it was
/// not settled; by topic, area, channel and month.
///
/// Owns no table. Façade: [CaseFigures]. Calls [org.foyal.cases]. What a demonstration invented is
/// never counted.
@org.springframework.modulith.NamedInterface("figures")
@org.jspecify.annotations.NullMarked
package org.foyal.cases.figures;
