/// Planted: SQL where it must not be.
@org.jspecify.annotations.NullMarked
package teeth.sql;
