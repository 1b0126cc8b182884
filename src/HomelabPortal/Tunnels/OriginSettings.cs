using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels;

/// <summary>Every member of originRequest that the portal knows, in the spelling that Cloudflare takes. Others pass unseen.</summary>
public static class OriginSettings
{
    public static ImmutableArray<OriginSetting> All { get; } =
    [
        new("noTLSVerify", OriginSettingKind.Switch, false, "Take any certificate of an HTTPS service, also a self-signed one."),
        new("httpHostHeader", OriginSettingKind.Text, null, "The Host header that the service gets instead of the public name."),
        new("originServerName", OriginSettingKind.Text, null, "The name that the certificate of an HTTPS service must be for."),
        new("matchSNItoHost", OriginSettingKind.Switch, false, "Ask the service for the certificate of the requested name."),
        new("caPool", OriginSettingKind.Text, null, "Path, beside the connector, of the CA certificates to trust."),
        new("connectTimeout", OriginSettingKind.Seconds, 10, "Longest time to connect."),
        new("tlsTimeout", OriginSettingKind.Seconds, 10, "Longest time for the TLS handshake."),
        new("tcpKeepAlive", OriginSettingKind.Seconds, 30, "Time between keep-alive packets."),
        new("keepAliveTimeout", OriginSettingKind.Seconds, 90, "How long an idle connection is kept."),
        new("keepAliveConnections", OriginSettingKind.Count, 100, "How many idle connections are kept."),
        new("http2Origin", OriginSettingKind.Switch, false, "Talk HTTP/2 to the service; it must be HTTPS."),
        new("disableChunkedEncoding", OriginSettingKind.Switch, false, "For old WSGI servers."),
        new("noHappyEyeballs", OriginSettingKind.Switch, false, "Do not try IPv4 and IPv6 at once."),
        new("proxyType", OriginSettingKind.Proxy, null, "socks makes the connector a SOCKS5 proxy."),
        new("access", OriginSettingKind.Login, null, "The login that the connector checks."),
    ];

    public static OriginSetting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);

    /// <summary>Reads typed JSON; unknown members are let through, a wrong spelling of a known one is not.</summary>
    public static (JsonObject? Settings, string? Fault) Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return (null, null);
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
        }
        catch (JsonException)
        {
            return (null, "The settings are not a JSON object, for example {\"noTLSVerify\": true}.");
        }

        return node is JsonObject settings
            ? FaultOf(settings) is { } fault ? (null, fault) : (settings.Count == 0 ? null : settings, null)
            : (null, "The settings are not a JSON object, for example {\"noTLSVerify\": true}.");
    }

    private static string? FaultOf(JsonObject settings)
    {
        foreach (var (name, value) in settings)
        {
            if (Find(name) is { } known)
            {
                if (known.FaultOf(value) is { } fault)
                    return fault;
            }
            else if (All.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } meant)
                return $"{name} is spelled {meant.Name}; Cloudflare ignores any other spelling.";
        }

        return null;
    }
}
