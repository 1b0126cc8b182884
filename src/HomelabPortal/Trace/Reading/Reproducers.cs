using static HomelabPortal.Trace.Reading.ShellWord;

namespace HomelabPortal.Trace.Reading;

/// <summary>The commands with which a person sees the same from a terminal.</summary>
internal static class Reproducers
{
    public static string Dig(string host) => $"dig +noall +answer {Quote(host)} @1.1.1.1";

    public static string Curl(string url) => $"curl -sSI {Quote(url)}";

    /// <summary>A request straight to an address, with the hostname as the server expects it.</summary>
    public static string CurlAt(string host, string address, int port) =>
        $"curl -sSkI --resolve {Quote($"{host}:{port}:{(address.Contains(':') ? $"[{address}]" : address)}")} {Quote($"{(port == 443 ? "https" : "http")}://{host}/")}";

    public static string Tunnel(string name) => $"cloudflared tunnel info {Quote(name)}";

    public static string Get(string kind, string ns, string name) => $"kubectl get {kind}{In(ns)} {Quote(name)} -o yaml";

    public static string List(string kind, string ns) => $"kubectl get {kind}{In(ns)}";

    public static string Describe(string kind, string ns, string name) => $"kubectl describe {kind}{In(ns)} {Quote(name)}";

    public static string Slices(string ns, string service) => $"kubectl get endpointslices{In(ns)} -l {Quote($"kubernetes.io/service-name={service}")} -o wide";

    public static string Logs(string ns, string pod) => $"kubectl logs{In(ns)} {Quote(pod)} --previous --tail=50";

    public static string Connect(string address, int port) => $"nc -vz -w 1 {Quote(address)} {port}";

    public static string Container(string host, string name) => $"ssh {Quote(host)} docker ps -a --filter {Quote($"name={name}")}";

    public static string ContainerLogs(string host, string name) => $"ssh {Quote(host)} docker logs --tail=50 {Quote(name)}";

    public static string Gpu(string host) => $"ssh {Quote(host)} nvidia-smi";

    private static string In(string ns) => ns.Length == 0 ? "" : $" -n {Quote(ns)}";
}
