using System.Collections.Immutable;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Cluster.Logs.Pages;

/// <summary>What can be chosen in the viewer of logs.</summary>
internal static class LogChoices
{
    /// <summary>Of each container, where no time is chosen.</summary>
    public const int Tail = 1000;

    public static ImmutableArray<Choice> Since { get; } =
        [new("", "Newest 1,000 lines"), new("5m", "Last 5 minutes"), new("1h", "Last hour"), new("6h", "Last 6 hours"), new("1d", "Last day"), new("7d", "Last 7 days")];

    /// <summary>The containers of everything that is read, each name once.</summary>
    public static IReadOnlyList<string> Containers(ClusterState state, LogRequest request) =>
        [.. LogSources.Of(state, request).Select(source => source.Container).Distinct()];

    public static string Query(LogRequest request, string? since, string? search = null, bool isPattern = false, bool timestamps = false)
    {
        var parts = new List<string> { $"kind={request.Kind}", $"namespace={Uri.EscapeDataString(request.Namespace)}", $"name={Uri.EscapeDataString(request.Name)}" };
        if (request.Container is { } container)
            parts.Add($"container={Uri.EscapeDataString(container)}");
        if (request.Previous)
            parts.Add("previous=true");
        if (request.Follow)
            parts.Add("follow=1");
        if (request.TailLines is { } tail)
            parts.Add($"tail={tail}");
        if (!string.IsNullOrEmpty(since))
            parts.Add($"since={Uri.EscapeDataString(since)}");
        if (!string.IsNullOrEmpty(search))
            parts.Add($"q={Uri.EscapeDataString(search)}{(isPattern ? "&regex=true" : "")}");
        if (timestamps)
            parts.Add("timestamps=true");
        return string.Join('&', parts);
    }
}
