using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// One condition of a policy, such as <c>{"email":{"email":"ada@example.org"}}</c>.
/// Kinds this library does not know are kept as they came. Equal when the documents are.
/// </summary>
[JsonConverter(typeof(AccessRuleConverter))]
public sealed class AccessRule : IEquatable<AccessRule>
{
    internal AccessRule(JsonElement document)
    {
        Document = document;
        if (document.ValueKind != JsonValueKind.Object)
            return;
        using var members = document.EnumerateObject();
        if (!members.MoveNext())
            return;
        Kind = members.Current.Name;
        Value = FirstText(members.Current.Value);
    }

    /// <summary><c>email</c>, <c>email_domain</c>, <c>everyone</c>, <c>group</c>, <c>service_token</c>, <c>any_valid_service_token</c>, <c>login_method</c>, <c>ip</c> …; empty when it has none.</summary>
    public string Kind { get; } = "";

    /// <summary>The address, domain or ID; null for kinds without one.</summary>
    public string? Value { get; }

    /// <summary>The condition as it is sent.</summary>
    public JsonElement Document { get; }

    /// <summary>Everybody, even without signing in when the policy bypasses.</summary>
    public static AccessRule Everyone { get; } = Of("everyone");

    /// <summary>Whoever shows a valid service token of the account.</summary>
    public static AccessRule AnyServiceToken { get; } = Of("any_valid_service_token");

    /// <summary>One e-mail address.</summary>
    public static AccessRule Email(string address) => Of("email", "email", address);

    /// <summary>All addresses of a domain.</summary>
    public static AccessRule EmailDomain(string domain) => Of("email_domain", "domain", domain);

    /// <summary>The members of an Access group.</summary>
    public static AccessRule Group(string groupId) => Of("group", "id", groupId);

    /// <summary>One service token, by its ID (not its client ID).</summary>
    public static AccessRule ServiceToken(string tokenId) => Of("service_token", "token_id", tokenId);

    /// <summary>Who signed in with this identity provider.</summary>
    public static AccessRule LoginMethod(string identityProviderId) => Of("login_method", "id", identityProviderId);

    /// <summary>Callers from an address range.</summary>
    public static AccessRule Ip(string range) => Of("ip", "ip", range);

    /// <inheritdoc/>
    public bool Equals(AccessRule? other) => other is not null && JsonElement.DeepEquals(Document, other.Document);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AccessRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Value);

    /// <inheritdoc/>
    public override string ToString() => Value is null ? Kind : $"{Kind} {Value}";

    private static AccessRule Of(string kind, string? member = null, string? value = null)
    {
        var inner = new JsonObject();
        if (member is not null)
            inner[member] = JsonValue.Create(value, CloudflareJson.Wire.String);
        var document = new JsonObject { [kind] = inner };
        return new AccessRule(JsonElement.Parse(document.ToJsonString(CloudflareJson.Wire.Options)));
    }

    private static string? FirstText(JsonElement value) =>
        value.ValueKind != JsonValueKind.Object
            ? null
            : value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => member.Value.GetString()).FirstOrDefault();
}
