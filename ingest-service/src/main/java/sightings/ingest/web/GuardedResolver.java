package sightings.ingest.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Checks what a name resolves to. The client connects to exactly the addresses that come out of here, so a name that
 * answers differently the second time gains nothing. One address that is not public refuses the whole name.
 */
final class GuardedResolver implements DnsResolver {

    private final DnsResolver names;
    private final Set<String> allowedHosts;

    GuardedResolver(DnsResolver names, Set<String> allowedHosts) {
        this.names = names;
        this.allowedHosts = allowedHosts;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
            for (InetAddress address : addresses) {
                var refusal = PublicAddresses.refusal(address);
                if (refusal != null) {
                    throw new RefusedException(host + " is not asked: " + refusal);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return host;
    }
}
