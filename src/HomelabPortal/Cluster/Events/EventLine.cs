using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Events;

/// <summary>One event as a table shows it.</summary>
/// <param name="Kind">Of the object it is about.</param>
/// <param name="Source">Who reported it.</param>
public sealed record EventLine(
    string Key, bool IsWarning, string Reason, string Kind, string Namespace, string Name, string Message, int Times, DateTimeOffset? First, DateTimeOffset? Last, string Source)
{
    public HealthState State => IsWarning ? HealthState.Degraded : HealthState.Off;

    /// <summary>"Pod web".</summary>
    public string Subject => $"{Kind} {Name}".Trim();

    /// <summary>Null for kinds without a page.</summary>
    public string? Href => ObjectHref.Of(Kind, Namespace, Name);

    internal static EventLine Of(Event happened)
    {
        var about = happened.InvolvedObject;
        return new EventLine(
            happened.Metadata.Uid, happened.Type == "Warning", happened.Reason, about?.Kind ?? "", about?.Namespace ?? "", about?.Name ?? "",
            happened.Message, happened.Times(), happened.FirstSeen(), happened.LastSeen(), EventDisplay.Source(happened));
    }
}
