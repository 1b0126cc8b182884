using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>Puts the verdicts on the parts of a route together.</summary>
internal static class RouteVerdict
{
    private static readonly Verdict _healthy = new(HealthState.Healthy, "Healthy");

    /// <summary>The worst decides; what a person must act on comes before what merely is not known.</summary>
    public static Verdict Worst(IEnumerable<Verdict?> verdicts)
    {
        var all = verdicts.OfType<Verdict>().OrderByDescending(verdict => verdict.State).ToList();
        if (all is not [var worst, ..] || worst.State == HealthState.Healthy)
            return _healthy with { Sentence = string.Join(' ', all.Select(verdict => verdict.Sentence).Where(sentence => sentence.Length > 0).Distinct()) };
        var same = all.Where(verdict => verdict.State == worst.State && verdict.Sentence.Length > 0).Select(verdict => verdict.Sentence).Distinct();
        return worst with { Sentence = string.Join(' ', same) };
    }
}
