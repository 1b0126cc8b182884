using System.Collections.Immutable;
using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Tokens;

/// <summary>The scopes as people choose among them. Which role can use one follows from the table of acts.</summary>
internal static class ScopeWords
{
    public static ImmutableArray<ScopeWord> All { get; } =
    [
        new(Scopes.ReadLab, "See the lab: nodes, pods, routes, exposures, records, plans"),
        new(Scopes.ReadAudit, "Read the audit"),
        new(Scopes.WriteExposures, "Expose services in the house, and take exposures back"),
        new(Scopes.Publish, "Expose services to the Internet"),
        new(Scopes.WriteRecords, "Change DNS records"),
        new(Scopes.WriteTunnels, "Create and delete tunnels, read their connector tokens, and take rules out of them"),
        new(Scopes.WriteLoginPolicies, "Change login policies"),
        new(Scopes.WritePolicy, "Change the policy"),
        new(Scopes.WriteApplies, "Ask for another look at the lab"),
        new(Scopes.ReadManifests, "Read the manifests of objects"),
        new(Scopes.ReadLogs, "Read the logs of containers"),
        new(Scopes.OpenShells, "Open shells in containers"),
        new(Scopes.ActOnWorkloads, "Restart, scale and roll back workloads, delete pods, run and suspend cron jobs"),
        new(Scopes.ActOnNodes, "Cordon and drain nodes"),
        new(Scopes.WriteContainers, "Create, change, start, stop and remove containers of Docker hosts"),
        new(Scopes.WriteChecks, "Create, change, run, silence and remove checks"),
        new(Scopes.WriteNotifications, "Change where notifications go, and send a test"),
    ];

    public static ScopeWord? Find(string scope) => All.FirstOrDefault(word => word.Scope == scope);

    /// <summary>Why somebody of this role gains nothing from the scope, or null when they do.</summary>
    public static string? WhyNot(string scope, Role role)
    {
        var least = ActTable.All.Where(rule => rule.Scope == scope).Min(rule => rule.Role);
        if (role >= least)
            return null;
        return $"{scope} takes {(least == Role.Admin ? "an admin" : "an operator")}, and you are {(role == Role.Viewer ? "a viewer" : "an operator")}.";
    }
}
