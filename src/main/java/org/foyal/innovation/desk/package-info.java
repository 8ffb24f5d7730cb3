/// The staff keeps calls: what is called for, criteria, dates, who reviews.
///
/// Owns nothing. Door: [CallsDeskPage] (web, staff).
@org.jspecify.annotations.NullMarked
package org.foyal.innovation.desk;
