/// Browser journeys through the whole house, named by what a person does.
@org.jspecify.annotations.NullMarked
package org.foyal.e2e;
