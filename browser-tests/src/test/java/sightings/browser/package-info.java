/** The sample city in a real browser. */
@NullMarked
package sightings.browser;

import org.jspecify.annotations.NullMarked;
