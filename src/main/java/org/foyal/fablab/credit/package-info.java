/// What an hour costs whom: the solidarity tariff, the free minimum, and time credits in a ledger
/// of two sides.
///
/// Owns the tables `fablab.price`, `eligibility`, `credit_account`, `credit_transfer`,
/// `credit_entry`, `credit_balance`, `payment` and `refund`; the database refuses whatever does not
/// balance, falls below nothing or gives back more than was paid. Façades: [Credit] for prices and
/// payments, [TimeCredits] for the ledger. Doors: [PricesPage] (public), [CreditDeskPage] (staff),
/// [CreditListener] (a project that is shown), [CreditNightly] (time). Calls `booking`, `machines`,
/// `members` and `projects`. No card is taken: money is paid at the counter and noted with its
/// receipt.
@org.springframework.modulith.NamedInterface("credit")
@org.jspecify.annotations.NullMarked
package org.foyal.fablab.credit;
