using System.Text.Json.Nodes;

namespace HomelabPortal.Cloudflare;

/// <summary>A tunnel's configuration as it is sent; a tunnel that never had one answers null members.</summary>
internal sealed record WireTunnelConfiguration
{
    public string? TunnelId { get; init; }

    public JsonObject? Config { get; init; }

    public string? Source { get; init; }

    public int? Version { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public TunnelConfiguration ToConfiguration() => new()
    {
        TunnelId = TunnelId,
        Document = Config ?? [],
        Source = Source,
        Version = Version ?? 0,
        CreatedAt = CreatedAt,
    };
}
