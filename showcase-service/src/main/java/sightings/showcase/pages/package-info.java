/** The public's pages. */
@NullMarked
package sightings.showcase.pages;

import org.jspecify.annotations.NullMarked;
