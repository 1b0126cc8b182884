using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare.Access;

/// <summary>What the account has of Access. Objects are kept as the API would answer them, save that applications hold the IDs of their policies.</summary>
public sealed class AccessState
{
    private readonly TimeProvider _time;
    private int _lastNumber;

    internal AccessState(TimeProvider time)
    {
        _time = time;
        Applications = new AccessShelf("application", NewStamp);
        Policies = new AccessShelf("policy", NewStamp);
        Groups = new AccessShelf("group", NewStamp);
        IdentityProviders = new AccessShelf("provider", NewStamp);
        ServiceTokens = new AccessShelf("service-token", NewStamp);
    }

    /// <summary>Null while Zero Trust is not set up; then everything of Access is refused.</summary>
    public JsonObject? Organization { get; set; }

    /// <summary>Names of the tags.</summary>
    public IList<string> Tags { get; } = [];

    internal AccessShelf Applications { get; }

    internal AccessShelf Policies { get; }

    internal AccessShelf Groups { get; }

    internal AccessShelf IdentityProviders { get; }

    internal AccessShelf ServiceTokens { get; }

    /// <summary>The applications as they are kept. Treat as read-only.</summary>
    public IReadOnlyList<JsonObject> StoredApplications => Applications.All;

    /// <summary>The reusable policies. Treat as read-only.</summary>
    public IReadOnlyList<JsonObject> StoredPolicies => Policies.All;

    /// <summary>Makes an application as somebody in the dashboard would.</summary>
    public JsonObject AddApplication(JsonObject sent) => Applications.Add(AccessApplicationRules.Complete(sent, this, null));

    /// <summary>Makes a reusable policy as somebody in the dashboard would.</summary>
    public JsonObject AddPolicy(JsonObject sent) => Policies.Add(AccessPolicyRules.Complete(sent));

    private (string Seed, string At) NewStamp() => ($"access/{++_lastNumber}", Timestamps.Text(_time.GetUtcNow()));
}
