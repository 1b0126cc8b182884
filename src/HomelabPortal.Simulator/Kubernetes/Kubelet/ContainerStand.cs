using System.Globalization;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Kubelet;

/// <summary>How far a container has come, read off its pod's status.</summary>
/// <param name="StartedAt">When the present run began; null while it waits.</param>
/// <param name="EndedAt">When the latest run ended; null while it goes on.</param>
internal sealed record ContainerStand(int Restarts, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    private static readonly string[] Members = ["containerStatuses", "initContainerStatuses"];

    /// <summary>Nothing of it was ever written.</summary>
    public bool NeverStarted => StartedAt is null && EndedAt is null;

    public static ContainerStand Of(JsonObject? pod, string container)
    {
        if (pod is null || Find(pod, container) is not { } status) return new(0, null, null);
        var (state, last) = (status["state"], status["lastState"]);
        var ended = At(state, "terminated", "finishedAt") ?? (state?["running"] is null ? At(last, "terminated", "finishedAt") : null);
        return new((int?)status["restartCount"] ?? 0, At(state, "running", "startedAt"), ended);
    }

    public static JsonNode? Find(JsonObject pod, string container) =>
        Members
            .SelectMany(member => pod["status"]?[member]?.AsArray() ?? [])
            .FirstOrDefault(status => (string?)status!["name"] == container);

    private static DateTimeOffset? At(JsonNode? state, string part, string member) =>
        (string?)state?[part]?[member] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
}
