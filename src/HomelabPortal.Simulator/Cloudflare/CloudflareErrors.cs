namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The errors met in practice. Cloudflare publishes no list; codes seen on the wire are kept as they were seen.</summary>
internal static class CloudflareErrors
{
    public static CloudflareFault MissingHeader()
        => new(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");

    public static CloudflareFault MalformedHeader()
        => new(400, 6003, "Invalid request headers", new CloudflareFault.Link(6111, "Invalid format for Authorization header"));

    public static CloudflareFault InvalidTokenOnVerify() => new(401, 1000, "Invalid API Token");

    public static CloudflareFault InvalidToken() => new(403, 9109, "Invalid access token");

    /// <summary>The same answer for a bad credential and for a missing scope: that is how Cloudflare does it.</summary>
    public static CloudflareFault MissingScope() => new(403, 10000, "Authentication error");

    public static CloudflareFault RateLimited(TimeSpan retryAfter)
        => new(429, 10300, "Rate limited. Please wait and consider throttling your request speed") { RetryAfter = retryAfter };

    public static CloudflareFault NoRoute(string path)
        => new(404, 7003, $"Could not route to {path}, perhaps your object identifier is invalid?")
        {
            Also = new CloudflareFault.Link(7000, "No route for that URI"),
        };

    public static CloudflareFault BadJson() => new(400, 9207, "Request body is invalid.");

    public static CloudflareFault RecordNotFound() => new(404, 81044, "Record does not exist.");

    public static CloudflareFault AddressOrAliasExists()
        => new(400, 81053, "An A, AAAA, or CNAME record with that host already exists.");

    public static CloudflareFault NameServersExist() => new(400, 81056, "NS records with that host already exist.");

    public static CloudflareFault RecordExists() => new(400, 81057, "The record already exists.");

    public static CloudflareFault IdenticalRecordExists() => new(400, 81058, "An identical record already exists.");

    public static CloudflareFault BatchTooLarge(int count, int limit)
        => Invalid(9500, $"Batch contains {count} operations, exceeding the limit of {limit}.");

    public static CloudflareFault Invalid(int code, string message)
        => new(400, 1004, "DNS Validation Error", new CloudflareFault.Link(code, message));

    public static CloudflareFault TunnelNotFound() => new(404, 1003, "Tunnel not found");

    public static CloudflareFault TunnelNameTaken() => new(409, 1013, "You already have a tunnel with this name");

    public static CloudflareFault TunnelInUse()
        => new(400, 1022, "Cannot delete tunnel because it has active connections. Clean up the connections first.");

    public static CloudflareFault BadTunnel(string reason) => new(400, 1001, "Bad request: " + reason);

    public static CloudflareFault WrongAddress() => new(403, 9109, "Cannot use the access token from location: 203.0.113.9");

    public static CloudflareFault AccessNotEnabled() => new(403, 9999, "access.api.error.not_enabled: Access is not enabled. Visit the Access dashboard to enable it.");

    public static CloudflareFault AccessNotFound() => new(404, 11021, "access.api.error.not_found");

    public static CloudflareFault AccessDomainTaken() => new(409, 11010, "access.api.error.application_already_exists");

    public static CloudflareFault InvalidAccess(string reason) => new(400, 12130, "access.api.error.invalid_request: " + reason);

    public static CloudflareFault BadConfiguration(string reason)
        => new(400, 1056, $"Bad Configuration: Validation failed: {reason}");
}
