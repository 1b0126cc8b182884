using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of an event what <c>kubectl get events</c> says (Kubernetes <c>printEvent</c>).</summary>
internal static class EventDisplay
{
    public static string Object(Event happened) =>
        happened.InvolvedObject is { Name.Length: > 0 } about ? $"{about.Kind.ToLowerInvariant()}/{about.Name}" : (happened.InvolvedObject?.Kind ?? "").ToLowerInvariant();

    /// <summary>Component and host, in whichever pair of fields the reporter wrote them.</summary>
    public static string Source(Event happened)
    {
        var component = happened.Source is { Component.Length: > 0 } source ? source.Component : happened.ReportingComponent;
        var host = happened.Source is { Host.Length: > 0 } at ? at.Host : happened.ReportingInstance;
        return host.Length > 0 ? $"{component}, {host}" : component;
    }
}
