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

    /// <summary>
    /// Creates a remotely managed tunnel (POST /accounts/{id}/cfd_tunnel). Not idempotent: after <see cref="CloudflareErrorKind.Unreachable"/> look for its name first.
    /// <see cref="CloudflareErrorKind.NameTaken"/> when another tunnel has the name.
    /// </summary>
    public async Task<CreatedTunnel> CreateTunnelAsync(string accountId, string name, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Post, Tunnels(accountId), $"create the tunnel {name}", CloudflarePermission.TunnelEdit)
        {
            Body = Json(new NewTunnelBody(name, "cloudflare"), CloudflareJson.Wire.NewTunnelBody),
        };
        var answer = await SendAsync(call, CloudflareJson.Wire.EnvelopeWireNewTunnel, cancellationToken).ConfigureAwait(false);
        return answer.ToCreated();
    }

    /// <summary>The token a connector of this tunnel needs (GET …/token). A secret: needs the permission to edit.</summary>
    public Task<ConnectorToken> GetTunnelTokenAsync(string accountId, string tunnelId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(
            HttpMethod.Get, $"{Tunnels(accountId)}/{Segment(tunnelId)}/token", $"give the connector token of tunnel {tunnelId}", CloudflarePermission.TunnelEdit);
        return _transport.SendAsync(call, answer => ConnectorTokenReader.Read(call, answer), _priority, cancellationToken);
    }

    /// <summary>
    /// Deletes a tunnel. False when there was none of that ID. <see cref="CloudflareErrorKind.InUse"/> while connectors serve it.
    /// Records that point at it are left behind.
    /// </summary>
    public Task<bool> DeleteTunnelAsync(string accountId, string tunnelId, CancellationToken cancellationToken) =>
        DeleteAsync(
            new ApiCall(HttpMethod.Delete, $"{Tunnels(accountId)}/{Segment(tunnelId)}", $"delete the tunnel {tunnelId}", CloudflarePermission.TunnelEdit),
            cancellationToken);

    /// <summary>Forgets connections that are dead but still remembered (DELETE …/connections), all or those of one connector. A running connector comes back.</summary>
    public Task CleanUpConnectionsAsync(string accountId, string tunnelId, string? connectorId, CancellationToken cancellationToken)
    {
        var query = connectorId is null ? "" : ApiCall.Query([("client_id", connectorId)]);
        return _transport.SendAsync(
            new ApiCall(
                HttpMethod.Delete, $"{Tunnels(accountId)}/{Segment(tunnelId)}/connections{query}", $"clean up the connections of tunnel {tunnelId}", CloudflarePermission.TunnelEdit)
            {
                MayOmitResult = true,
            },
            CloudflareJson.Wire.EnvelopeJsonElement, _priority, cancellationToken);
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
