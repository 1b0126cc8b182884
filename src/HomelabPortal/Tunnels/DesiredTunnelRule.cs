using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Planning;

namespace HomelabPortal.Tunnels;

/// <summary>A rule that should stand in a tunnel. An exposure has one per hostname; a free rule keeps its key when its name or path changes.</summary>
internal sealed record DesiredTunnelRule(ResourceKey Key, string OwnerId, RecordName Name, string Service) : DesiredResource(Key, OwnerId, Name.Value)
{
    /// <summary>The rule of an exposure.</summary>
    public DesiredTunnelRule(string ownerId, Hostname hostname, string service)
        : this(KeyOf(hostname), ownerId, RecordName.Of(hostname), service)
    {
    }

    /// <summary>Null is the tunnel that exposures go through.</summary>
    public string? TunnelId { get; init; }

    /// <summary>A regular expression over the path, or null for every path.</summary>
    public string? Path { get; init; }

    /// <summary>The members of originRequest as JSON.</summary>
    public string? OriginRequest { get; init; }

    /// <summary>Among our rules of one name the lower one stands first.</summary>
    public int Rank { get; init; }

    /// <summary>A login stands before the name, and the connector must ask for it too.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>The members of <c>originRequest.access</c> of a guarded rule, known once its login is in place.</summary>
    public JsonObject? Check { get; init; }

    /// <summary>Why nobody can tell whether a server without a login stands behind it; null when that is known, or all of it is guarded.</summary>
    public string? WhyUnseen { get; init; }

    public bool IsOfExposure => TunnelId is null;

    public RuleSlot Slot => new(Name.Value, Path ?? "");

    public static ResourceKey KeyOf(Hostname hostname) => new(TunnelView.Target, TunnelView.RuleKind, hostname.Value);

    public static ResourceKey KeyOf(TunnelEntry entry) => new(TunnelView.Target, TunnelView.RuleKind, $"free/{entry.Id}");

    public static DesiredTunnelRule ForEntry(TunnelEntry entry) => new(KeyOf(entry), entry.Id, entry.Name, entry.Service)
    {
        TunnelId = entry.TunnelId,
        Path = entry.Path,
        OriginRequest = entry.OriginRequest,
        Rank = entry.Rank,
        IsGuarded = entry.LoginPolicy is not null,
    };

    /// <summary>The rule as it can be written now; null while the login it needs is not known to be in place, or what is behind it is not known.</summary>
    public DesiredTunnelRule? Settle(LabFacts facts) =>
        WhyUnseen is not null ? null : !IsGuarded ? this : facts.Logins?.CheckOf(Name.Value) is { } check ? this with { Check = check } : null;

    public JsonObject ToRule()
    {
        var rule = new JsonObject { ["hostname"] = Name.Value };
        if (Path is { Length: > 0 })
            rule["path"] = Path;
        rule["service"] = Service;
        var settings = OriginRequest is null ? [] : JsonNode.Parse(OriginRequest) as JsonObject ?? [];
        if (Check is not null)
            settings["access"] = Check.DeepClone();
        if (settings.Count > 0)
            rule["originRequest"] = settings;
        return rule;
    }

    /// <summary>Ours of one name in the order in which they should stand: by rank, then the longer path; the one without a path is last.</summary>
    public static ImmutableArray<RuleSlot> InOrder(IEnumerable<DesiredTunnelRule> siblings) =>
    [
        .. siblings.OrderBy(rule => rule.Slot.Path.Length == 0)
            .ThenBy(rule => rule.Rank)
            .ThenByDescending(rule => rule.Slot.Path.Length)
            .ThenBy(rule => rule.Slot.Path, StringComparer.Ordinal)
            .Select(rule => rule.Slot),
    ];
}
