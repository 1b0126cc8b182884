using System.Globalization;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>
/// Queries over the kubelet's cAdvisor metrics, under the names that every usual setup gives them.
/// The inner maximum drops the copies of a kubelet that is scraped twice.
/// </summary>
internal static class PrometheusQueries
{
    private const string CpuMetric = "container_cpu_usage_seconds_total";
    private const string MemoryMetric = "container_memory_working_set_bytes";

    /// <summary>What Kubernetes writes random parts of names with.</summary>
    private const string Random = "[a-z0-9]";

    public static string Cpu(MetricSubject subject, TimeSpan step) => Sum(subject, selector => $"rate({CpuMetric}{selector}[{Duration(step)}])");

    public static string Memory(MetricSubject subject, TimeSpan step) => Sum(subject, selector => $"avg_over_time({MemoryMetric}{selector}[{Duration(step)}])");

    private static string Sum(MetricSubject subject, Func<string, string> measure) => subject.Kind == MetricSubject.NodeKind
        ? string.Join(" or ", NodeSelectors(subject.Name).Select(selector => $"max({measure(selector)})"))
        : $"sum(max by (namespace, pod, container) ({measure(PodSelector(subject))}))";

    /// <summary>The whole machine is the container "/". Which label names the machine differs between setups.</summary>
    private static IEnumerable<string> NodeSelectors(string node) =>
    [
        $"{{id=\"/\",node={Quoted(node)}}}",
        $"{{id=\"/\",kubernetes_io_hostname={Quoted(node)}}}",
        $"{{id=\"/\",instance=~{Quoted(Literal(node) + "(:[0-9]+)?")}}}",
    ];

    private static string PodSelector(MetricSubject subject)
    {
        var (ns, pod) = subject.Kind == MetricSubject.NamespaceKind ? (subject.Name, ".+") : (subject.Namespace, PodNames(subject));
        return $"{{namespace={Quoted(ns)},pod=~{Quoted(pod)},container!=\"\",container!=\"POD\"}}";
    }

    /// <summary>How the controllers name the pods they make.</summary>
    private static string PodNames(MetricSubject subject) => Literal(subject.Name) + subject.Kind switch
    {
        "Deployment" => $"-{Random}{{6,10}}-{Random}{{5}}",
        "ReplicaSet" or "DaemonSet" or "Job" => $"-{Random}{{5}}",
        "StatefulSet" => "-[0-9]+",
        "CronJob" => $"-[0-9]+-{Random}{{5}}",
        MetricSubject.PodKind => "",
        _ => $"-{Random}.*",
    };

    private static string Duration(TimeSpan step) => string.Create(CultureInfo.InvariantCulture, $"{(long)step.TotalSeconds}s");

    /// <summary>Names of Kubernetes hold letters, digits, dashes and dots; anything else is made harmless as well.</summary>
    private static string Literal(string name) => string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' ? c.ToString() : c == '.' ? "[.]" : "."));

    private static string Quoted(string text) => $"\"{string.Concat(text.Where(c => c is not ('"' or '\\') && !char.IsControl(c)))}\"";
}
