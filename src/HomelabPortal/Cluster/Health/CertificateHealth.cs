using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>
/// Judges a certificate: expired or within seven days of its end → broken; a day past its renewal, or failing to renew → degraded;
/// being issued → progressing.
/// </summary>
internal static class CertificateHealth
{
    private static readonly TimeSpan _lastDays = TimeSpan.FromDays(7);
    private static readonly TimeSpan _renewalMayTake = TimeSpan.FromDays(1);

    public static Verdict Judge(Certificate certificate, DateTimeOffset now)
    {
        var (status, ready) = (certificate.Status, certificate.Status.Conditions.Find("Ready"));
        if (status.NotAfter is not { } end)
            return Unissued(status, ready);
        if (end <= now)
            return new Verdict(HealthState.Broken, "Expired", $"It expired {Spoken.Span(now - end)} ago.{Failures(status)}") { Since = end };
        if (end - now < _lastDays)
            return new Verdict(HealthState.Broken, $"{Spoken.Span(end - now)} left", $"It expires in {Spoken.Span(end - now)}.{Renewal(status, now)}{Failures(status)}") { Since = end - _lastDays, ChangesAt = end };
        if (status.RenewalTime is { } renewal && now > renewal + _renewalMayTake)
            return new Verdict(HealthState.Degraded, "Not renewed", $"It expires in {Spoken.Span(end - now)}.{Renewal(status, now)}{Failures(status)}") { Since = renewal, ChangesAt = end - _lastDays };
        if (ready is { Status: "False" })
            return Unissued(status, ready);
        return new Verdict(HealthState.Healthy, "Valid", $"It is valid until {Spoken.Date(end)}.") { ChangesAt = status.RenewalTime + _renewalMayTake ?? end - _lastDays };
    }

    private static Verdict Unissued(CertificateStatus status, Condition? ready) => status.FailedIssuanceAttempts > 0
        ? new Verdict(status.NotAfter is null ? HealthState.Broken : HealthState.Degraded, "Not issued", (Spoken.Sentence(ready?.Message ?? "It cannot be issued") + Failures(status)).Trim()) { Since = status.LastFailureTime ?? ready?.LastTransitionTime }
        : new Verdict(HealthState.Progressing, "Being issued", Spoken.Sentence(ready?.Message ?? "It is being issued")) { Since = ready?.LastTransitionTime };

    private static string Renewal(CertificateStatus status, DateTimeOffset now) =>
        status.RenewalTime is { } renewal && renewal < now ? $" It was due to renew on {Spoken.Date(renewal)}." : "";

    private static string Failures(CertificateStatus status) =>
        status.FailedIssuanceAttempts > 0 ? $" {Spoken.Count(status.FailedIssuanceAttempts, "attempt")} failed." : "";
}
