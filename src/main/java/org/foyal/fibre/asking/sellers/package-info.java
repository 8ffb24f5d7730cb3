/// Which operators sell fibre in the city, as an agent keeps it, each line with the day on which it
/// was checked.
///
/// Owns the table `fibre.seller`. Façade: [Sellers]. Door: [SellersPage] (staff).
@org.jspecify.annotations.NullMarked
package org.foyal.fibre.asking.sellers;
