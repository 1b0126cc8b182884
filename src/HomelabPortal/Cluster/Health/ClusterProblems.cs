using System.Collections.Immutable;
using HomelabPortal.Cluster.Applications;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Volumes;
using HomelabPortal.Cluster.Volumes.Backups;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Everything in the cluster that needs somebody, worst first, in an order that stays.</summary>
internal static class ClusterProblems
{
    public static ImmutableArray<Problem> Find(ClusterState state, DateTimeOffset now)
    {
        var pods = PodProblems.Find(state, now);
        return [.. Nodes(state)
            .Concat(pods.Values)
            .Concat(WorkloadProblems.Find(state, now, pods.ContainsKey))
            .Concat(Certificates(state, now))
            .Concat(ApplicationProblems.Find(state, pods.Keys, now))
            .Concat(Volumes(state))
            .Concat(Backups(state))
            .Concat(Claims(state, now))
            .Concat(NetworkProblems.Find(state))
            .OrderByDescending(problem => problem.State)
            .ThenBy(problem => problem.Since ?? DateTimeOffset.MaxValue)
            .ThenBy(problem => problem.Title, StringComparer.Ordinal)];
    }

    private static IEnumerable<Problem> Nodes(ClusterState state) =>
        from row in state.NodeRows
        where row.State is HealthState.Broken or HealthState.Degraded or HealthState.Unknown
        let since = state.Nodes.Find(row.Name)?.Status.Conditions.Find("Ready")?.LastTransitionTime
        select new Problem(row.State, NodeTitle(row.Name, row.State, row.Word), row.Sentence, row.Href, row.State == HealthState.Degraded ? null : since);

    private static string NodeTitle(string name, HealthState state, string word) => (state, word) switch
    {
        (HealthState.Unknown, _) => $"{name} does not answer",
        (_, "Not ready") => $"{name} is not ready",
        _ when word.StartsWith("Disk ", StringComparison.Ordinal) && word.EndsWith('%') => $"{name}'s disk is nearly full",
        _ => $"{name} is under strain: {word.ToLowerInvariant()}",
    };

    private static IEnumerable<Problem> Certificates(ClusterState state, DateTimeOffset now) =>
        from certificate in state.Certificates.All
        let verdict = CertificateHealth.Judge(certificate, now)
        where verdict.NeedsSomeone
        let names = certificate.Spec.DnsNames is [var first, ..] ? $"The certificate for {first}" : $"Certificate {certificate.Metadata.Name}"
        let what = verdict.Word switch { "Expired" => "has expired", "Not issued" => "cannot be issued", "Not renewed" => "was not renewed", _ => "is about to expire" }
        select new Problem(verdict.State, $"{names} {what}", verdict.Sentence, $"/cluster/certificates/{certificate.Metadata.Namespace}/{certificate.Metadata.Name}", verdict.Since);

    private static IEnumerable<Problem> Volumes(ClusterState state) =>
        from volume in VolumeViews.Of(state).Values
        let verdict = volume.Verdict
        where verdict.NeedsSomeone
        let what = verdict.State switch { HealthState.Broken => "cannot be used", HealthState.Degraded when volume.Whole == 1 => "has one healthy replica left", HealthState.Degraded => "has lost a replica", _ => "is in an unknown state" }
        let isRebuilding = volume.Replicas.Any(replica => replica.IsRebuilding)
        select new Problem(verdict.State, $"{volume.Title} {what}", isRebuilding ? verdict.Sentence : verdict.Sentence + FullDisks(state), volume.Href, verdict.Since);

    /// <summary>Backups that cannot be made are noticed by nobody until they are needed.</summary>
    private static IEnumerable<Problem> Backups(ClusterState state) =>
        from target in BackupTargetRows.Of(state)
        where target.State == HealthState.Degraded
        select new Problem(target.State, "Backups cannot be made", target.Sentence, "/cluster/storage?tab=backups", target.Since);

    /// <summary>A full disk is the usual reason why a replica has no place.</summary>
    private static string FullDisks(ClusterState state)
    {
        var full = state.NodeRows.FirstOrDefault(row => row.Disk >= NodeHealth.DiskNearlyFull);
        return full is { Disk: { } share } ? $" The disk of {full.Name} is {Math.Floor(share * 100):0} % full." : "";
    }

    private static IEnumerable<Problem> Claims(ClusterState state, DateTimeOffset now) =>
        from claim in state.Claims.All
        let verdict = VolumeHealth.Judge(claim, now)
        where verdict.NeedsSomeone
        select new Problem(verdict.State, $"Claim {claim.Metadata.Name} is {verdict.Word.ToLowerInvariant()}", verdict.Sentence, ObjectHref.Of("PersistentVolumeClaim", claim.Metadata.Namespace, claim.Metadata.Name)!, verdict.Since);
}
