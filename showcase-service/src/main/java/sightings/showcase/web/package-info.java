/** What all pages share: language, frame, security headers, errors, caching. */
@NullMarked
package sightings.showcase.web;

import org.jspecify.annotations.NullMarked;
