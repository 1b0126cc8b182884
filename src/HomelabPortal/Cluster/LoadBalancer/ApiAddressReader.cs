using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>Pure: what one reading of the lease adds to what was known.</summary>
internal static class ApiAddressReader
{
    private const int MostChanges = 20;

    public static ApiAddressState With(this ApiAddressState before, string name, Lease? read, DateTimeOffset now)
    {
        if (read is null)
            return before with { Lease = null, LeaseStatus = SourceStatus.NotInstalled };
        var (spec, known) = (read.Spec, before.Lease);
        var duration = TimeSpan.FromSeconds(Math.Clamp(spec.LeaseDurationSeconds ?? 15, 1, 3600));
        // Of the first reading only the holder's word is known; a clock that runs ahead must not make it look renewed in the future.
        var seenAt = known is null ? (spec.RenewTime is { } renewed && renewed < now ? renewed : now) : spec.RenewTime != known.Renewed ? now : known.RenewalSeenAt;
        var lease = new VipLease(name, LeaseDisplay.Holder(read), spec.AcquireTime, spec.RenewTime, seenAt, duration, spec.LeaseTransitions);
        var changes = known is not null && known.Holder != lease.Holder
            ? [new HolderChange(spec.AcquireTime is { } at && at > known.RenewalSeenAt && at < now ? at : now, known.Holder, lease.Holder), .. before.Changes.Take(MostChanges - 1)]
            : before.Changes;
        return before with { Lease = lease, LeaseStatus = SourceStatus.Live, Changes = changes };
    }

    /// <summary>What was known stays, and says how old it is.</summary>
    public static ApiAddressState With(this ApiAddressState before, KubernetesApiException fault, string name, DateTimeOffset? confirmedAt) => before with
    {
        LeaseStatus = fault.Kind switch
        {
            KubernetesErrorKind.Forbidden => new SourceStatus(SourcePhase.Forbidden, confirmedAt, fault.Message) { MissingRule = new RbacRule("coordination.k8s.io", "leases", "get") { ObjectName = name } },
            KubernetesErrorKind.NotInstalled => SourceStatus.NotInstalled,
            _ => new SourceStatus(before.Lease is null ? SourcePhase.Syncing : SourcePhase.Stale, confirmedAt, fault.Message),
        },
    };
}
