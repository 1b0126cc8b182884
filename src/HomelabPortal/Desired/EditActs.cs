using HomelabPortal.Access.Authority;

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
        DesiredEdit.PutDnsEntry or DesiredEdit.RemoveDnsEntry => Act.EditRecords,
        DesiredEdit.SetPolicy => Act.ChangePolicy,
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    /// <summary>Which act it is to take an audited change back.</summary>
    public static Act OfUndo(AuditEntry entry) =>
        entry.SubjectKind != DesiredEdits.ExposureKind ? Act.EditRecords
        : entry.Before is { } image && DesiredJson.Read<Exposure>(image).Visibility == Visibility.Tunnel ? Act.Publish
        : Act.RemoveExposure;

    private static bool IsPublicNow(DesiredState state, string id) => state.FindExposure(id) is { Visibility: Visibility.Tunnel };
}
