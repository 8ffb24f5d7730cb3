/// Answer templates: texts in every language that agents answer with, and may change before they
/// send them.
///
/// Owns the table `cases.template`. Façade: [Templates]. Door: [TemplatesPage] (web,
/// administrators). Calls [org.foyal.cases] and `people`.
@org.jspecify.annotations.NullMarked
package org.foyal.cases.templates;
