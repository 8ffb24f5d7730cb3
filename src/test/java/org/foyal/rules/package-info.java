/// The rules of the house as tests, each proven on an offender planted beside it or below `teeth`.
@org.jspecify.annotations.NullMarked
package org.foyal.rules;
