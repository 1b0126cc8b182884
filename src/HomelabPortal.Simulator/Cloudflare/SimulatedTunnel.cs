using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>A remotely managed tunnel: its document, the history of its versions, its connectors.</summary>
public sealed class SimulatedTunnel
{
    private readonly TimeProvider _time;
    private readonly List<(int Version, DateTimeOffset At)> _history = [];

    internal SimulatedTunnel(Guid id, string name, JsonObject document, int version, TimeProvider time)
    {
        Id = id;
        Name = name;
        Document = document;
        Version = version;
        _time = time;
        CreatedAt = time.GetUtcNow().AddDays(-199);
        // Every connector has long caught up with the version the tunnel starts with.
        _history.Add((version, DateTimeOffset.MinValue));
        ChangedAt = time.GetUtcNow().AddDays(-12);
    }

    public Guid Id { get; }

    public string Name { get; }

    public DateTimeOffset CreatedAt { get; internal init; }

    /// <summary>A deleted tunnel is still found by its ID.</summary>
    public DateTimeOffset? DeletedAt { get; internal set; }

    /// <summary>Its routes are in a file beside the connector, and the document has no effect.</summary>
    public bool IsLocal { get; init; }

    internal string Secret => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(StableId.Hex($"secret/{Id}", 32)));

    /// <summary>The configuration as it was last put, members unknown to anyone included. Treat as read-only.</summary>
    public JsonObject Document { get; private set; }

    public int Version { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The tunnel's running connectors; none means that it is down.</summary>
    public IList<SimulatedConnector> Connectors { get; } = [];

    public string Status => Connectors.Count == 0 ? (Version == 0 ? "inactive" : "down") : Connectors.All(connector => connector.IsPendingReconnect) ? "degraded" : "healthy";

    /// <summary>Replaces the whole document, as a PUT does: nothing of the old one stays.</summary>
    public void Put(JsonObject document)
    {
        TunnelDocumentRules.Check(document);
        Document = document.DeepClone().AsObject();
        Version++;
        ChangedAt = _time.GetUtcNow();
        _history.Add((Version, ChangedAt));
    }

    /// <summary>The version that a connector runs now: the newest that is older than its delay.</summary>
    public int VersionOf(SimulatedConnector connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        var now = _time.GetUtcNow();
        return _history.FindLast(entry => entry.Version == _history[0].Version || entry.At + connector.ConfigurationDelay <= now).Version;
    }
}
