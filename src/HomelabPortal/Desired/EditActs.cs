using System.Collections.Immutable;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Desired;

/// <summary>Which act an edit is, so that the one table can say who may do it.</summary>
internal static class EditActs
{
    /// <summary>
    /// Whatever leaves a name on the Internet is publishing, also a new backend under a public name;
    /// taking a name off it is not, so that an operator can close a hole without waiting for an admin.
    /// </summary>
    public static Act Of(DesiredEdit edit, DesiredState state) => edit switch
    {
        DesiredEdit.PutExposure { Exposure.Visibility: Visibility.Tunnel } => Act.Publish,
        DesiredEdit.PutExposure put => IsPublicNow(state, put.Exposure.Id) ? Act.RemoveExposure : Act.ExposeInHouse,
        DesiredEdit.RemoveExposure => Act.RemoveExposure,
        DesiredEdit.PutDnsEntry put => put.Entry.IsTunnelled ? Act.Publish : Act.EditRecords,
        DesiredEdit.RemoveDnsEntry => Act.EditRecords,
        DesiredEdit.PutTunnelEntry => Act.Publish,
        DesiredEdit.RemoveTunnelEntry => Act.EditTunnels,
        DesiredEdit.PutLoginPolicy or DesiredEdit.RemoveLoginPolicy or DesiredEdit.SetDefaultLoginPolicy => Act.EditLoginPolicies,
        // A start or a stop of what reaches into its host is the admin's as well: it would be done with those rights.
        DesiredEdit.PutContainer put => put.Container.IsUnsafe ? Act.AllowUnsafeContainer : Act.EditContainers,
        DesiredEdit.PutContainers put => put.Containers.Any(container => container.IsUnsafe) ? Act.AllowUnsafeContainer : Act.EditContainers,
        DesiredEdit.RemoveContainer => Act.EditContainers,
        DesiredEdit.PutCheck or DesiredEdit.RemoveCheck or DesiredEdit.SetDerivedCheck => Act.EditChecks,
        DesiredEdit.PutChannel or DesiredEdit.RemoveChannel => Act.EditChannels,
        DesiredEdit.SetTunnelsClosed set => set.AreClosed ? Act.CloseTunnels : Act.Publish,
        DesiredEdit.SetPolicy => Act.ChangePolicy,
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    /// <summary>Which act it is to take an audited change back.</summary>
    public static Act OfUndo(AuditEntry entry) => entry.SubjectKind switch
    {
        DesiredEdits.ExposureKind =>
            entry.Before is { } image && DesiredJson.Read<Exposure>(image).Visibility == Visibility.Tunnel ? Act.Publish : Act.RemoveExposure,
        DesiredEdits.TunnelEntryKind => entry.Before is null ? Act.EditTunnels : Act.Publish,
        DesiredEdits.LoginPolicyKind => Act.EditLoginPolicies,
        DesiredEdits.CheckKind => Act.EditChecks,
        DesiredEdits.ChannelKind => Act.EditChannels,
        DesiredEdits.ContainerKind =>
            entry.Before is { } image && DesiredJson.Read<DesiredContainer>(image).IsUnsafe ? Act.AllowUnsafeContainer : Act.EditContainers,
        DesiredEdits.ContainersKind =>
            entry.Before is { } image && DesiredJson.Read<ImmutableArray<DesiredContainer>>(image).Any(container => container.IsUnsafe) ? Act.AllowUnsafeContainer : Act.EditContainers,
        _ => entry.Before is { } image && DesiredJson.Read<DnsEntry>(image).IsTunnelled ? Act.Publish : Act.EditRecords,
    };

    private static bool IsPublicNow(DesiredState state, string id) => state.FindExposure(id) is { Visibility: Visibility.Tunnel };
}
