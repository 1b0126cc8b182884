using HomelabPortal.Cloudflare;

namespace HomelabPortal.Lab;

/// <summary>
/// Pure: Cloudflare's codes in the words of the one who reads them, with the way out. There is no official list; these were met in practice.
/// The code decides, the deepest cause first, since 1004 and 6003 only wrap the useful one; then the kind of the fault.
/// Cloudflare's own text is never matched, and is kept beside the sentence.
/// </summary>
internal static class CloudflareErrors
{
    private static readonly CloudflareMeaning _limited = new(
        "Cloudflare limits the calls of this user, over the dashboard and all tokens together.",
        "No calls are made until the pause is over; what waits goes on by itself.");

    private static readonly CloudflareMeaning _malformed = new(
        "What was given as the API token is not one.",
        "Check Cloudflare:ApiToken: it may hold the name of a variable, a global key or half a token. Copy it again.");

    private static readonly CloudflareMeaning _wrongId = new(
        "The address leads nowhere: the zone, account or tunnel ID is wrong or belongs to another account.",
        "Compare Cloudflare:AccountId and Tunnels:Id with the dashboard.");

    private static readonly CloudflareMeaning _token = new(
        "Cloudflare does not accept the API token: it is mistyped, expired, revoked, limited to other addresses, or may not see this object.",
        "Check it in the dashboard under My Profile, API Tokens, then restart the portal with the right one.");

    private static readonly Dictionary<int, CloudflareMeaning> _codes = new()
    {
        [81053] = new("An A, AAAA or CNAME record of that name exists already.", "Look at the record in DNS: adopt it, change it, or choose another name."),
        [81056] = new("Name servers of that name exist already, and nothing else may stand beside them.", "Remove the NS records first, or choose another name."),
        [81057] = new("That record exists already.", "The name is read again; when its content is right and it bears the portal's mark, this counts as done. Else adopt it in DNS."),
        [81058] = new("An identical record exists already.", "The name is read again; when it bears the portal's mark, this counts as done. Else adopt it in DNS."),
        [81044] = new("The record is gone.", "Somebody removed it; the next look makes a new plan."),
        [1004] = new("Cloudflare did not accept the content of the record.", "The text behind it names the fault; correct that field."),
        [9300] = new("The plan of this zone has no room for tags on records.", "Leave the tags out; the Free plan allows none."),
        [9003] = new("A private address cannot go through Cloudflare's proxy.", "Make the record DNS only, or publish the service through a tunnel."),
        [9109] = _token,
        [1000] = _token,
        [10000] = new("The API token lacks a permission for this call.", "Add the permission that is named here to the token, or make a new token from the link on the page."),
        [6003] = _malformed,
        [6102] = _malformed,
        [6103] = _malformed,
        [6111] = _malformed,
        [9106] = _malformed,
        [7000] = _wrongId,
        [7003] = _wrongId,
        [1003] = new("The tunnel does not exist any more.", "The next look shows what is there; choose another tunnel."),
        [1049] = new("That is not a registered domain.", "The portal makes no zones; add the domain in Cloudflare's dashboard."),
        [1061] = new("The zone exists already.", "The portal makes no zones; check in which account it is."),
        [1013] = new("Another tunnel has that name.", "Use that tunnel, or choose another name."),
        [1022] = new("The tunnel still has connectors.", "Stop cloudflared everywhere, clean up the connections, then delete the tunnel."),
        [1056] = new("Cloudflare refused the tunnel's rules as a whole; the old ones stay in force.", "The text behind it names the rule. The last rule must match everything, and durations are whole seconds."),
        [10300] = _limited,
        [971] = _limited,
        [9999] = new("Zero Trust is not set up for this account.", "Open Zero Trust in Cloudflare's dashboard once and choose a team name; it costs nothing."),
        [11010] = new("Another Access application guards that name already.", "Use that application, or remove the name from it first."),
        [12130] = new("Cloudflare did not accept the Access settings.", "The text behind it names the fault; correct that field."),
    };

    public static CloudflareMeaning Of(CloudflareApiException fault) =>
        // Any list of errors may bear this code beside another, which then says more.
        OfCodes(fault.Errors.SelectMany(DeepestFirst), exceptFor: fault.Kind == CloudflareErrorKind.NotEnabled ? null : 9999) ?? Of(fault.Kind);

    /// <summary>The meaning of a code, or null when it was never met.</summary>
    public static CloudflareMeaning? Of(int code) => _codes.GetValueOrDefault(code);

    private static CloudflareMeaning? OfCodes(IEnumerable<CloudflareError> errors, int? exceptFor) =>
        errors.Select(error => error.Code is { } code && code != exceptFor ? Of(code) : null).FirstOrDefault(meaning => meaning is not null);

    private static IEnumerable<CloudflareError> DeepestFirst(CloudflareError error) => error.Chain.SelectMany(DeepestFirst).Append(error);

    private static CloudflareMeaning Of(CloudflareErrorKind kind) => kind switch
    {
        CloudflareErrorKind.Unauthorized => _token,
        CloudflareErrorKind.MissingPermission => _codes[10000],
        CloudflareErrorKind.NotFound => _wrongId,
        CloudflareErrorKind.RecordConflict => _codes[81057],
        CloudflareErrorKind.Validation => new("Cloudflare did not accept what was sent.", "The text behind it names the fault; correct that field."),
        CloudflareErrorKind.RateLimited => _limited,
        CloudflareErrorKind.Unavailable => new("Cloudflare's API answers with faults of its own.", "Nothing needs doing: it is asked again, and routes that exist go on working."),
        CloudflareErrorKind.Unreachable => new("Cloudflare's API does not answer.", "Check that the portal reaches the Internet; it is asked again, and routes that exist go on working."),
        CloudflareErrorKind.BadConfiguration => _codes[1056],
        CloudflareErrorKind.NameTaken => _codes[1013],
        CloudflareErrorKind.InUse => _codes[1022],
        CloudflareErrorKind.NotEnabled => _codes[9999],
        _ => new("Cloudflare refused, and the code is not known here.", "Read its text; it is tried again."),
    };
}
