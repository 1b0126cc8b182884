using HomelabPortal.Dns.Ownership;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Dns.Pages.Records;

/// <summary>Holders of records as people read them.</summary>
internal static class HolderWords
{
    public static string Word(this RecordHolder holder) => holder switch
    {
        RecordHolder.Ours => "Ours",
        RecordHolder.Drifted => "Drifted",
        RecordHolder.Adopted => "Adopted",
        RecordHolder.Orphan => "Orphan",
        RecordHolder.Contended => "Contended",
        RecordHolder.OtherTool => "Other tool",
        RecordHolder.Terraform => "Terraform",
        RecordHolder.ReadOnly => "Read-only",
        _ => "Manual",
    };

    public static HealthState State(this RecordHolder holder) => holder switch
    {
        RecordHolder.Ours or RecordHolder.Adopted => HealthState.Healthy,
        RecordHolder.Drifted or RecordHolder.Orphan => HealthState.Degraded,
        RecordHolder.Contended => HealthState.Broken,
        _ => HealthState.Off,
    };
}
