package sightings.event;

/** Why staff do not show a use. */
public enum RejectReason {
    NOT_CITY_DATA,
    FORK_OR_CLONE,
    HOMEWORK,
    SPAM,
    PRIVATE_OR_SENSITIVE,
    DEAD,
    DUPLICATE,
    OUT_OF_SCOPE,
    INSUFFICIENT_EVIDENCE,
    MAKER_DECLINED
}
