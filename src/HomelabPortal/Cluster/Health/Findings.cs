using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Puts what was found about one object together.</summary>
internal static class Findings
{
    /// <summary>The worst decides; several of the same weight are all said.</summary>
    public static Verdict Judge(IEnumerable<Finding> findings, Verdict healthy)
    {
        var weighed = findings.Where(finding => finding.IsWeighed).OrderByDescending(finding => finding.State).ToList();
        if (weighed is not [var worst, ..])
            return healthy;
        var same = weighed.Where(finding => finding.State == worst.State).ToList();
        return new Verdict(worst.State, worst.Word, string.Join(' ', same.Select(finding => finding.Sentence).Distinct()))
        {
            NeedsSomeone = same.Exists(finding => finding.NeedsSomeone), Since = worst.Since,
        };
    }

    /// <summary>What must be done first.</summary>
    public static string NextStep(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.IsWeighed).OrderByDescending(finding => finding.State).FirstOrDefault()?.NextStep ?? "";
}
