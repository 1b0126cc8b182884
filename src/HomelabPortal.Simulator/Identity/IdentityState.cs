using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Identity;

/// <summary>A provider people sign in with: Gitea's paths, the discovery of OpenID Connect, and Cloudflare Access's assertions. Lock <see cref="Gate"/> to change it.</summary>
public sealed class IdentityState : IDisposable
{
    private readonly IdentityKeys _keys = new();
    private readonly TimeProvider _time;

    internal IdentityState(TimeProvider time)
    {
        _time = time;
        SignedInAt = time.GetUtcNow();
    }

    public Lock Gate { get; } = new();

    public IdentityClient Client { get; } = IdentityClient.Create();

    public List<IdentityUser> Users { get; } =
    [
        new("1", "anna", ["homelab", "homelab:admins"]),
        new("2", "ben", ["homelab", "homelab:operators"]),
        new("3", "cleo", ["homelab", "homelab:family"]),
        new("4", "dora", []),
    ];

    /// <summary>The subject whose browser this is: approved without a question. Null shows a page to choose on.</summary>
    public string? SignedInAs { get; set; }

    /// <summary>When that person last typed a password here; asking with prompt=login makes it now.</summary>
    public DateTimeOffset SignedInAt { get; set; }

    /// <summary>Does not ask again, whatever is asked for; as Gitea does not.</summary>
    public bool IgnoresPrompt { get; set; }

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Sent back instead of the state that was asked with: a provider, or somebody on the way, that mixes answers up.</summary>
    public string? WrongState { get; set; }

    /// <summary>The access tokens that were given out and never taken back, for tests that look for them where they must not be.</summary>
    public IReadOnlyList<string> GivenOut
    {
        get { lock (Gate) return [.. AccessTokens.Keys, .. RefreshTokens.Keys]; }
    }

    internal Dictionary<string, IdentityGrant> Codes { get; } = [];

    internal Dictionary<string, IdentityGrant> AccessTokens { get; } = [];

    internal Dictionary<string, IdentityGrant> RefreshTokens { get; } = [];

    internal DateTimeOffset Now => _time.GetUtcNow();

    public IdentityUser? Find(string subject) => Users.Find(user => user.Subject == subject);

    /// <summary>Replaces a person, for example with other groups.</summary>
    public void Change(string subject, Func<IdentityUser, IdentityUser> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (Gate)
        {
            var index = Users.FindIndex(user => user.Subject == subject);
            Users[index] = change(Users[index]);
        }
    }

    /// <summary>Signs with a new key from now on; the old one stays published for a while, or is withdrawn.</summary>
    public void RotateKeys(bool keepOld = true)
    {
        lock (Gate) _keys.Rotate(keepOld);
    }

    /// <summary>The assertion that Cloudflare Access puts on a request of <paramref name="team"/> for the application <paramref name="audience"/>.</summary>
    public string AccessAssertion(string team, string audience, string subject) => Sign(new JsonObject
    {
        ["iss"] = $"https://{team}.cloudflareaccess.com",
        ["aud"] = new JsonArray(audience),
        ["sub"] = subject,
        ["type"] = "app",
        ["iat"] = Now.ToUnixTimeSeconds(),
        ["nbf"] = Now.ToUnixTimeSeconds(),
        ["exp"] = Now.AddHours(24).ToUnixTimeSeconds(),
    });

    /// <summary>Signs whatever claims a test thinks of.</summary>
    public string Sign(JsonObject claims)
    {
        lock (Gate) return _keys.Sign(claims);
    }

    public void Dispose() => _keys.Dispose();

    internal JsonObject PublishedKeys() => _keys.Published();

    internal static string NewToken(string prefix) => prefix + RandomNumberGenerator.GetHexString(40, true);
}
