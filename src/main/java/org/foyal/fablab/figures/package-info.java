/// What the lab adds up to, for its own page and for the rooms that ask every room.
///
/// Owns no table; reads those of `fablab`. Façade: [LabFigures]. Door: [LabFiguresPage]
/// (everybody). Calls `territory`, and hides counts of fewer than eleven people as `learning` does.
@org.springframework.modulith.NamedInterface("figures")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.figures;
