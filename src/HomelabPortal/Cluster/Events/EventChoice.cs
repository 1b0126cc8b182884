using System.Collections.Immutable;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Events;

/// <summary>Which events a person wants to see.</summary>
/// <param name="Type">"warning", "normal" or "all".</param>
/// <param name="Namespace">Of the object; null for any.</param>
/// <param name="Kind">Of the object; null for any.</param>
internal sealed record EventChoice(string Type, string? Namespace, string? Kind)
{
    public const string Warnings = "warning";
    public const string Normal = "normal";
    public const string All = "all";

    /// <summary>Warnings unless something else that exists is asked for.</summary>
    public static EventChoice Of(string? type, string? ns, string? kind) =>
        new(type is Normal or All ? type : Warnings, string.IsNullOrEmpty(ns) ? null : ns, string.IsNullOrEmpty(kind) ? null : kind);

    /// <summary>Newest first. Warnings come from the watch, which is never late; the others from what was read last.</summary>
    public ImmutableArray<EventLine> From(IEnumerable<Event> warnings, IEnumerable<Event> read) =>
    [
        .. (Type == Warnings ? warnings : warnings.Concat(read))
            .GroupBy(happened => happened.Metadata.Uid)
            .Select(same => same.MaxBy(happened => happened.LastSeen())!)
            .Where(Wants)
            .OrderByDescending(happened => happened.LastSeen()).ThenBy(happened => happened.Metadata.Uid, StringComparer.Ordinal)
            .Select(EventLine.Of),
    ];

    private bool Wants(Event happened) => Type switch { Warnings => happened.Type == "Warning", Normal => happened.Type != "Warning", _ => true }
        && (Namespace is null || (happened.InvolvedObject?.Namespace ?? "") == Namespace)
        && (Kind is null || happened.InvolvedObject?.Kind == Kind);
}
