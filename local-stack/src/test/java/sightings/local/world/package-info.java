@org.jspecify.annotations.NullMarked
package sightings.local.world;
