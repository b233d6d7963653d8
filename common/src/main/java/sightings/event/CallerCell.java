package sightings.event;

/**
 * How often a dataset was called on a day through one site, by one application or with one tool. A call is a GET that was
 * answered with the data, or that the visitor has it already, by anybody but a robot.
 *
 * @param caller through what
 * @param calls how often, absolute
 * @param visitors distinct visitors
 */
public record CallerCell(Caller caller, long calls, int visitors) {}
