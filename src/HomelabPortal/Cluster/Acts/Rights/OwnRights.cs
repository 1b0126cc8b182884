using System.Collections.Immutable;
using HomelabPortal.Cluster.Objects;

namespace HomelabPortal.Cluster.Acts.Rights;

/// <summary>What the portal's account may do to the cluster, as the API server said last.</summary>
/// <param name="Everywhere">Rules that were asked for, and whether they hold in the whole cluster.</param>
/// <param name="Within">Namespaces in which a rule holds that does not hold everywhere.</param>
internal sealed record OwnRights(ImmutableDictionary<RbacRule, bool> Everywhere, ImmutableHashSet<(RbacRule Rule, string Namespace)> Within)
{
    public static OwnRights Unknown { get; } = new(ImmutableDictionary<RbacRule, bool>.Empty, []);

    /// <summary>Null when it may, or when nobody knows: then the act itself finds out.</summary>
    public string? WhyNot(ActWish wish)
    {
        var rule = ActRights.Of(wish);
        return Everywhere.TryGetValue(rule, out var may) && !may && !Within.Contains((rule, wish.Namespace)) ? Sentence(rule) : null;
    }

    public static string Sentence(RbacRule rule) =>
        $"The portal's account may not {rule.Verbs} {rule.Resource}{(rule.Group.Length == 0 ? "" : $" ({rule.Group})")}. Give it the role homelab-portal-operator of deploy/kubernetes/rbac.yaml.";
}
