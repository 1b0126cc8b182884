using System.Collections.Immutable;
using static HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Access.Authority;

/// <summary>
/// The one table that says which act needs which role.
/// Pages, endpoints and <c>ActionRunner</c> all ask it; nothing else in the portal compares roles.
/// </summary>
internal static class ActTable
{
    public static readonly TimeSpan ProofHolds = TimeSpan.FromMinutes(5);

    public static ImmutableArray<ActRule> All { get; } =
    [
        new(Act.SeeLab, Viewer, "see the lab", Scopes.ReadLab),
        new(Act.SeeAudit, Operator, "read the audit", Scopes.ReadAudit),
        new(Act.SeeUsers, Admin, "see who has an account", null),
        new(Act.LookAgain, Operator, "ask for another look at the lab", Scopes.WriteApplies),
        new(Act.ExposeInHouse, Operator, "expose a service in the house", Scopes.WriteExposures),
        new(Act.RemoveExposure, Operator, "take an exposure back", Scopes.WriteExposures),
        new(Act.Publish, Admin, "expose a service to the Internet", Scopes.Publish, NeedsProof: true),
        new(Act.EditRecords, Admin, "change DNS records", Scopes.WriteRecords),
        new(Act.EditTunnels, Admin, "create tunnels and take rules out of them", Scopes.WriteTunnels),
        new(Act.DeleteTunnel, Admin, "delete a tunnel", Scopes.WriteTunnels, NeedsProof: true),
        new(Act.ReadTunnelToken, Admin, "see a tunnel's connector token", Scopes.WriteTunnels, NeedsProof: true),
        new(Act.EditLoginPolicies, Admin, "change login policies", Scopes.WriteLoginPolicies, NeedsProof: true),
        new(Act.CloseTunnels, Operator, "close every tunnel route", Scopes.WriteExposures),
        new(Act.RestoreZone, Admin, "put a zone back as it was", Scopes.WriteRecords, NeedsProof: true),
        new(Act.ProbeNames, Operator, "try a hostname from outside", Scopes.WriteApplies),
        new(Act.ChangePolicy, Admin, "change the policy", Scopes.WritePolicy),
        new(Act.ConfirmDeletes, Admin, "confirm a mass deletion", null, NeedsProof: true),
        new(Act.ChangeOwnSignIn, Viewer, "change how you sign in", null, NeedsProof: true),
        new(Act.EndOwnSession, Viewer, "end a session of your own", null),
        new(Act.EndAnySession, Admin, "end the session of somebody else", null),
        new(Act.MakeToken, Viewer, "make a token", null, NeedsProof: true),
        new(Act.RevokeOwnToken, Viewer, "revoke a token of your own", null),
        new(Act.RevokeAnyToken, Admin, "revoke the token of somebody else", null),
        new(Act.ManageUsers, Admin, "manage users", null, NeedsProof: true),
        new(Act.BackUp, Admin, "make a backup", null, NeedsProof: true),
        new(Act.ChangeRetention, Admin, "change how long the audit is kept", null, NeedsProof: true),
        // Manifests and logs of a careless program hold its passwords.
        new(Act.ReadManifests, Operator, "read manifests", Scopes.ReadManifests),
        new(Act.ReadLogs, Operator, "read logs", Scopes.ReadLogs),
        new(Act.OpenShell, Operator, "open a shell", Scopes.OpenShells, NeedsProof: true),
        new(Act.RestartWorkload, Operator, "restart a workload", Scopes.ActOnWorkloads),
        new(Act.ScaleWorkload, Operator, "scale a workload", Scopes.ActOnWorkloads),
        new(Act.RollBack, Operator, "roll a deployment back", Scopes.ActOnWorkloads),
        new(Act.DeletePod, Operator, "delete or evict a pod", Scopes.ActOnWorkloads),
        new(Act.RunCronJob, Operator, "run a cron job now", Scopes.ActOnWorkloads),
        new(Act.SuspendCronJob, Operator, "suspend or resume a cron job", Scopes.ActOnWorkloads),
        new(Act.CordonNode, Operator, "cordon or uncordon a node", Scopes.ActOnNodes),
        new(Act.DrainNode, Operator, "drain a node", Scopes.ActOnNodes),
        new(Act.EditContainers, Operator, "change containers of Docker hosts", Scopes.WriteContainers),
        // The rights it gives are those of root on that machine: never a program's decision.
        new(Act.AllowUnsafeContainer, Admin, "let a container reach into its host", null, NeedsProof: true),
        // Volumes hold data that nothing brings back.
        new(Act.PruneHost, Admin, "remove unused images and volumes of a Docker host", Scopes.WriteContainers, NeedsProof: true),
        // A check lets the portal connect to where it says, again and again: never a viewer's decision.
        new(Act.EditChecks, Operator, "change checks", Scopes.WriteChecks),
        new(Act.SilenceChecks, Operator, "silence a check", Scopes.WriteChecks),
        new(Act.EditChannels, Admin, "change where notifications go", Scopes.WriteNotifications),
    ];

    private static readonly ImmutableDictionary<Act, ActRule> _byAct = All.ToImmutableDictionary(rule => rule.Act);

    public static ActRule Of(Act act) => _byAct[act];
}
