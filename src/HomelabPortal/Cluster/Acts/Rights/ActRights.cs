using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects;

namespace HomelabPortal.Cluster.Acts.Rights;

/// <summary>What the portal's own account needs for each act, one verb each.</summary>
internal static class ActRights
{
    public static ImmutableArray<RbacRule> All { get; } =
    [
        new("apps", "deployments", "patch"),
        new("apps", "statefulsets", "patch"),
        new("apps", "daemonsets", "patch"),
        new("apps", "deployments/scale", "patch"),
        new("apps", "statefulsets/scale", "patch"),
        new("", "pods", "delete"),
        new("", "pods/eviction", "create"),
        new("batch", "jobs", "create"),
        new("batch", "cronjobs", "patch"),
        new("", "nodes", "patch"),
    ];

    public static RbacRule Of(ActWish wish) => wish switch
    {
        ActWish.Scale => Find($"{wish.Kind.ToLowerInvariant()}s/scale", "patch"),
        ActWish.DeletePod => Find("pods", "delete"),
        ActWish.EvictPod => Find("pods/eviction", "create"),
        ActWish.RunCronJob => Find("jobs", "create"),
        _ => Find($"{wish.Kind.ToLowerInvariant()}s", "patch"),
    };

    /// <summary>What no rule names is asked for as it stands, and the server says no.</summary>
    private static RbacRule Find(string resource, string verb) =>
        All.FirstOrDefault(rule => rule.Resource == resource && rule.Verbs == verb) ?? new RbacRule("apps", resource, verb);
}
