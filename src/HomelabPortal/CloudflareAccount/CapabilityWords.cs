using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.CloudflareAccount;

/// <summary>Pure: what each capability is for, which permission it needs, and where a token with it is made.</summary>
public static class CapabilityWords
{
    private const string TokenPage = "https://dash.cloudflare.com/profile/api-tokens";

    // The dashboard's own keys, for what the portal cannot do without. Sign-in ways and service tokens have no known key and are added by hand.
    private static readonly (string Key, string Type)[] _keys = [("zone", "read"), ("dns", "edit"), ("argotunnel", "edit"), ("access", "edit")];

    private static readonly Capability[] _toPublish = [Capability.EditRecords, Capability.EditTunnels];
    private static readonly Capability[] _toPublishWithLogin = [.. _toPublish, Capability.EditLogins];

    public static IReadOnlyList<Capability> All { get; } = Enum.GetValues<Capability>();

    /// <summary>What it takes to bring a name into the Internet: its record, its rule and, where it has one, its login.</summary>
    public static IReadOnlyList<Capability> ToPublish(bool hasLogin) => hasLogin ? _toPublishWithLogin : _toPublish;

    /// <summary>Completes "The token may not …".</summary>
    public static string Act(Capability capability) => capability switch
    {
        Capability.ReadZones => "see the zones",
        Capability.ReadRecords => "see DNS records",
        Capability.EditRecords => "change DNS records",
        Capability.ReadTunnels => "see tunnels",
        Capability.EditTunnels => "change tunnels and read their connector tokens",
        Capability.ReadLogins => "see logins",
        Capability.EditLogins => "change logins",
        Capability.ReadSignInWays => "see identity providers and groups",
        Capability.ReadServiceTokens => "see service tokens",
        _ => throw new ArgumentOutOfRangeException(nameof(capability)),
    };

    /// <summary>The permission as the dashboard's token page names it.</summary>
    public static string Permission(Capability capability) => capability switch
    {
        Capability.ReadZones => CloudflarePermission.ZoneRead,
        Capability.ReadRecords => CloudflarePermission.DnsRead,
        Capability.EditRecords => CloudflarePermission.DnsEdit,
        Capability.ReadTunnels => CloudflarePermission.TunnelRead,
        Capability.EditTunnels => CloudflarePermission.TunnelEdit,
        Capability.ReadLogins => CloudflarePermission.AccessRead,
        Capability.EditLogins => CloudflarePermission.AccessEdit,
        Capability.ReadSignInWays => CloudflarePermission.AccessOrganizationRead,
        Capability.ReadServiceTokens => CloudflarePermission.ServiceTokenRead,
        _ => throw new ArgumentOutOfRangeException(nameof(capability)),
    };

    /// <summary>The permission that includes reading, when this one only writes what that reads.</summary>
    public static Capability? ReadOf(Capability capability) => capability switch
    {
        Capability.EditRecords => Capability.ReadRecords,
        Capability.EditTunnels => Capability.ReadTunnels,
        Capability.EditLogins => Capability.ReadLogins,
        _ => null,
    };

    /// <summary>The dashboard's page for a new token, filled in with all that the portal needs.</summary>
    public static string TokenLink { get; } = LinkOf(_keys);

    private static string LinkOf(IEnumerable<(string Key, string Type)> keys)
    {
        var groups = new JsonArray([.. keys.Select(key => (JsonNode)new JsonObject { ["key"] = key.Key, ["type"] = key.Type })]);
        return $"{TokenPage}?permissionGroupKeys={Uri.EscapeDataString(groups.ToJsonString())}&name={Uri.EscapeDataString("HomelabPortal")}&accountId=*&zoneId=all";
    }
}
