package org.foyal.territory.search;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.foyal.HouseTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// The whole house with the streets, neighbourhoods and places of Fort-de-France in a database of
/// its own: real names, so that what is found is what residents would find.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HouseTest
@TestPropertySource(
    properties = {"foyal.territory.commune=97209", "foyal.shell.city-name=Fort-de-France"})
@Import(CityFixture.class)
public @interface SearchedCity {}
