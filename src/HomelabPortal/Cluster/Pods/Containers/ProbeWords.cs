using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>Says a probe in words: "GET /healthz on port http answers; every 10 s, 3 failures count".</summary>
internal static class ProbeWords
{
    // The server fills these in, so they are missing only in manifests that it has not seen.
    private const int DefaultPeriod = 10;
    private const int DefaultFailures = 3;

    /// <summary>Null when there is no such probe.</summary>
    public static string? Of(Probe? probe) => probe is null ? null : $"{Question(probe)}; {Rhythm(probe)}";

    private static string Question(Probe probe) => probe switch
    {
        { HttpGet: { } http } => $"{(http.Scheme == "HTTPS" ? "HTTPS " : "")}GET {(http.Path.Length > 0 ? http.Path : "/")} on port {http.Port} answers",
        { TcpSocket: { } socket } => $"port {socket.Port} accepts connections",
        { Grpc: { } grpc } => $"gRPC on port {grpc.Port} says it is serving",
        { Exec: not null } => "a command inside succeeds",
        _ => "a probe of another kind succeeds",
    };

    private static string Rhythm(Probe probe)
    {
        var period = probe.PeriodSeconds > 0 ? probe.PeriodSeconds : DefaultPeriod;
        var failures = probe.FailureThreshold > 0 ? probe.FailureThreshold : DefaultFailures;
        var first = probe.InitialDelaySeconds > 0 ? $"first after {probe.InitialDelaySeconds} s, then " : "";
        return $"{first}every {period} s, {(failures == 1 ? "1 failure counts" : $"{failures} failures in a row count")}";
    }
}
