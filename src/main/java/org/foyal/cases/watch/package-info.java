/// Cases by the many, for the rooms that open them: which stand open, when each last moved, and
/// what was said of them since.
///
/// Owns no table. Façade: [CaseWatch]. Calls [org.foyal.cases].
@org.springframework.modulith.NamedInterface("watch")
@org.jspecify.annotations.NullMarked
package org.foyal.cases.watch;
