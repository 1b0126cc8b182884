using System.Text.Json.Serialization;
using HomelabPortal.Access.Authority;
using Microsoft.AspNetCore.WebUtilities;

namespace HomelabPortal.Api.Problems;

/// <summary>Problem details as RFC 9457 has them. The type is what programs go by, and is relative to the portal.</summary>
/// <param name="Detail">What happened and what to do, for a person.</param>
internal sealed record Problem(string Type, string Title, int Status, string? Detail = null)
{
    public const string ContentType = "application/problem+json";
    public const string Json = "/problems/json";
    public const string Field = "/problems/field";
    public const string PlanRefused = "/problems/plan-refused";
    public const string Conflict = "/problems/conflict";
    public const string InFlight = "/problems/in-flight";
    public const string KeyReused = "/problems/key-reused";

    /// <summary>What is wrong, by member of the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>What a status means where nothing more is known.</summary>
    public static Problem Of(int status) => status switch
    {
        400 => new("/problems/bad-request", "The request could not be read.", status, "A part of the address or of the headers is not what it should be."),
        401 => new("/problems/signed-out", "You are not signed in.", status, "Send a token: Authorization: Bearer hlp_…"),
        403 => new("/problems/forbidden", "You may not do that.", status),
        404 => new("/problems/not-found", "There is nothing here.", status, "The address is wrong, or the thing is gone."),
        405 => new("/problems/method", "That cannot be done here.", status, "The Allow header names the methods of this address."),
        409 => new(Conflict, "It does not fit what is there.", status),
        412 => new("/problems/stale", "It was changed meanwhile.", status, "Read it again, and send the new ETag as If-Match if you still mean it."),
        413 => new("/problems/too-large", "The body is too long.", status, "A body has at most 1 MB."),
        415 => new("/problems/media-type", "The body is of the wrong kind.", status, "Send Content-Type: application/json."),
        422 => new(Field, "It cannot be done like this.", status),
        428 => new("/problems/if-match-missing", "Say which state you saw.", status, "Read the thing and send its ETag as If-Match, so that nobody's change is lost."),
        429 => new("/problems/too-often", "That was too often.", status, "Wait as long as Retry-After says. Nothing was changed."),
        >= 500 => new("/problems/unexpected", "It failed unexpectedly.", status, "The portal's log has the details."),
        _ => new("about:blank", ReasonPhrases.GetReasonPhrase(status), status),
    };

    public static Problem Of(AccessRefusal refusal) => refusal.Kind switch
    {
        AccessRefusalKind.SignedOut => Of(401) with { Detail = refusal.Message },
        AccessRefusalKind.Role => new("/problems/role", "Your role does not reach.", 403, refusal.Message),
        AccessRefusalKind.Scope => new("/problems/scope", "The token lacks a scope.", 403, refusal.Message),
        AccessRefusalKind.NeedsProof => new("/problems/needs-proof", "Confirm who you are first.", 403, refusal.Message),
        AccessRefusalKind.TooMany => Of(429) with { Detail = refusal.Message },
        _ => Of(403) with { Detail = refusal.Message },
    };

    public static Problem Invalid(string field, string why) => Invalid(new Dictionary<string, string> { [field] = why });

    public static Problem Invalid(IReadOnlyDictionary<string, string> faults) => Of(422) with
    {
        Detail = string.Join(' ', faults.Values),
        Errors = faults.ToDictionary(fault => fault.Key, fault => new[] { fault.Value }),
    };
}
