using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>What <c>kubectl get pods -o wide</c> shows of one pod, without the parts that depend on the time of day.</summary>
public sealed record PodCells(string Status, int Ready, int Total, int Restarts, DateTimeOffset? LastRestart)
{
    public string ReadyText => $"{Ready}/{Total}";

    public string RestartsText(DateTimeOffset now) =>
        Restarts != 0 && LastRestart is { } last ? $"{Restarts} ({HumanDuration.Format(now - last)} ago)" : $"{Restarts}";
}
