using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Cloudflare;

public sealed partial class CloudflareClient
{
    private const int TunnelsPerPage = 100;

    /// <summary>All tunnels of an account that are not deleted (GET /accounts/{id}/cfd_tunnel).</summary>
    public Task<IReadOnlyList<Tunnel>> ListTunnelsAsync(string accountId, CancellationToken cancellationToken)
    {
        var path = Tunnels(accountId);
        return _pager.ReadAllAsync(
            page => new ApiCall(HttpMethod.Get, $"{path}?is_deleted=false&page={page}&per_page={TunnelsPerPage}", "list the tunnels", CloudflarePermission.TunnelRead),
            tunnel => tunnel.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListTunnel, _priority, cancellationToken);
    }

    /// <summary>One tunnel; null when there is none. A deleted tunnel is still found, with <see cref="Tunnel.DeletedAt"/> set.</summary>
    public async Task<Tunnel?> GetTunnelAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Get, $"{Tunnels(accountId)}/{Segment(tunnelId)}", $"show the tunnel {tunnelId}", CloudflarePermission.TunnelRead);
        try
        {
            return await SendAsync(call, CloudflareJson.Wire.EnvelopeTunnel, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudflareApiException e) when (IsAbsence(e))
        {
            return null;
        }
    }

    /// <summary>The connectors of a tunnel with the configuration version each works by (GET …/connections).</summary>
    public async Task<IReadOnlyList<TunnelConnector>> ListConnectorsAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(
            HttpMethod.Get, $"{Tunnels(accountId)}/{Segment(tunnelId)}/connections", $"list the connectors of tunnel {tunnelId}", CloudflarePermission.TunnelRead);
        var connectors = await SendAsync(call, CloudflareJson.Wire.EnvelopeIReadOnlyListTunnelConnector, cancellationToken).ConfigureAwait(false);
        return connectors.All(connector => connector is not null)
            ? connectors
            : throw EnvelopeReader.Incomplete(call, null, "an entry was empty");
    }

    /// <summary>The routes of a remotely managed tunnel (GET …/configurations).</summary>
    public async Task<TunnelConfiguration> GetTunnelConfigurationAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Get, Configuration(accountId, tunnelId), $"show the routes of tunnel {tunnelId}", CloudflarePermission.TunnelRead);
        var answer = await SendAsync(call, CloudflareJson.Wire.EnvelopeWireTunnelConfiguration, cancellationToken).ConfigureAwait(false);
        return answer.ToConfiguration();
    }

    /// <summary>
    /// Replaces the whole document of a remotely managed tunnel (PUT …/configurations) and answers with its new version.
    /// There is no conditional write: read again just before, and read back after.
    /// </summary>
    public async Task<TunnelConfiguration> PutTunnelConfigurationAsync(
        string accountId, string tunnelId, JsonObject document, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Put, Configuration(accountId, tunnelId), $"replace the routes of tunnel {tunnelId}", CloudflarePermission.TunnelEdit)
        {
            Body = ConfigurationBody(document),
        };
        var answer = await SendAsync(call, CloudflareJson.Wire.EnvelopeWireTunnelConfiguration, cancellationToken).ConfigureAwait(false);
        return answer.ToConfiguration();
    }

    // Written by hand: the document may have a parent, and everything in it goes back exactly as it came.
    private static ReadOnlyMemory<byte> ConfigurationBody(JsonObject document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("config");
            document.WriteTo(writer, CloudflareJson.Wire.Options);
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static string Tunnels(string accountId) => $"accounts/{Segment(accountId)}/cfd_tunnel";

    private static string Configuration(string accountId, string tunnelId) => $"{Tunnels(accountId)}/{Segment(tunnelId)}/configurations";
}
