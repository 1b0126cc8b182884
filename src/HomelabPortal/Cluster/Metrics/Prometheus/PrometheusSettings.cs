using HomelabPortal.Secrets;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>Where a Prometheus is and how it is asked. What it is asked with is a secret and is never shown.</summary>
internal sealed record PrometheusSettings(Uri Address, Secret? Token, string? User, Secret? Password, TimeSpan Timeout)
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <summary>Null when none is configured. The options have no faults.</summary>
    public static PrometheusSettings? Of(MetricsOptions options) => AddressOf(options.PrometheusUrl) is { } address
        ? new PrometheusSettings(
            address,
            SecretOf(options.PrometheusToken, options.PrometheusTokenFile),
            options.PrometheusUser is { Length: > 0 } user ? user : null,
            SecretOf(options.PrometheusPassword, options.PrometheusPasswordFile),
            options.PrometheusTimeout)
        : null;

    public static IEnumerable<string> Faults(MetricsOptions options)
    {
        if (options.PrometheusTimeout <= TimeSpan.Zero || options.PrometheusTimeout > _longest)
            yield return $"Metrics:PrometheusTimeout {options.PrometheusTimeout} is not within a second and a minute.";
        if (string.IsNullOrEmpty(options.PrometheusUrl))
            yield break;
        // The address is not repeated: somebody may have put a password into it.
        if (AddressOf(options.PrometheusUrl) is null)
            yield return "Metrics:PrometheusUrl is no http or https address without a user, a query and a fragment, for example http://prometheus.monitoring:9090.";
        foreach (var (file, key) in new[] { (options.PrometheusTokenFile, nameof(options.PrometheusTokenFile)), (options.PrometheusPasswordFile, nameof(options.PrometheusPasswordFile)) })
        {
            if (file is { Length: > 0 } && !File.Exists(file))
                yield return $"Metrics:{key} {file} does not exist.";
        }

        var (token, password) = (SecretOf(options.PrometheusToken, options.PrometheusTokenFile), SecretOf(options.PrometheusPassword, options.PrometheusPasswordFile));
        if (token is not null && (password is not null || options.PrometheusUser is { Length: > 0 }))
            yield return "Metrics:PrometheusToken and Metrics:PrometheusUser are both set. Keep the way in that your Prometheus knows.";
        if ((password is null) != string.IsNullOrEmpty(options.PrometheusUser))
            yield return "Metrics:PrometheusUser and Metrics:PrometheusPassword belong together. Set both or neither.";
    }

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address is { UserInfo: "", Query: "", Fragment: "" } ? address : null;

    private static Secret? SecretOf(string? text, string? file)
    {
        var found = (file is { Length: > 0 } && File.Exists(file) ? File.ReadAllText(file) : text ?? "").Trim();
        return found.Length == 0 ? null : new Secret(found);
    }
}
