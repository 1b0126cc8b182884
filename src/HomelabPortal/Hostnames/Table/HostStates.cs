using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Table;

/// <summary>How bad a class is. What is just being made is on its way; public without a login is the worst that is not declared.</summary>
internal static class HostStates
{
    public static HealthState Of(HostnameClass kind, HostView host, HostLogin login, HostnameFacts facts) => kind switch
    {
        HostnameClass.Healthy => HealthState.Healthy,
        HostnameClass.Outside => HealthState.Off,
        HostnameClass.Unknown => HealthState.Unknown,
        HostnameClass.DanglingCname => HealthState.Broken,
        HostnameClass.ExposedNotDeclared => login.Kind == LoginKind.None ? HealthState.Broken : HealthState.Degraded,
        HostnameClass.DeclaredMissing => OfMissing(host, facts.Reconcile),
        _ => HealthState.Degraded,
    };

    private static HealthState OfMissing(HostView host, ReconcileStatus status)
    {
        var phase = host.Exposure is { } exposure
            ? status.PhaseOf(exposure)
            : host.Records.Select(entry => entry.Id).Concat(host.Rules.Select(entry => entry.Id)).Select(id => status.Of(id)?.Phase ?? OwnerPhase.Pending).DefaultIfEmpty(OwnerPhase.Pending).Max();
        return phase switch
        {
            OwnerPhase.Pending or OwnerPhase.Working or OwnerPhase.Waiting => HealthState.Progressing,
            OwnerPhase.Failed or OwnerPhase.Refused => HealthState.Broken,
            _ => HealthState.Degraded,
        };
    }
}
