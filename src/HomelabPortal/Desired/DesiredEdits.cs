using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

/// <summary>Carries an edit into the rows of one unit of work and says what the audit should remember of it.</summary>
internal static class DesiredEdits
{
    public const string ExposureKind = "exposure";
    public const string DnsEntryKind = "dnsEntry";
    public const string PolicyKind = "policy";

    /// <summary>The images of what an edit touched.</summary>
    internal sealed record Images(string SubjectKind, string SubjectId, string? Before, string? After);

    public static Task<Images> ApplyAsync(PortalDbContext context, DesiredEdit edit, CancellationToken cancellationToken) => edit switch
    {
        DesiredEdit.PutExposure put => PutExposureAsync(context, put.Exposure, cancellationToken),
        DesiredEdit.RemoveExposure remove => RemoveExposureAsync(context, remove.Id, cancellationToken),
        DesiredEdit.PutDnsEntry put => PutDnsEntryAsync(context, put.Entry, cancellationToken),
        DesiredEdit.RemoveDnsEntry remove => RemoveDnsEntryAsync(context, remove.Id, cancellationToken),
        DesiredEdit.SetPolicy set => SetPolicyAsync(context, set.Policy, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(edit)),
    };

    private static async Task<Images> PutExposureAsync(PortalDbContext context, Exposure exposure, CancellationToken cancellationToken)
    {
        var name = exposure.Hostname.Value;
        if (await context.Exposures.AnyAsync(row => row.Hostname == name && row.Id != exposure.Id, cancellationToken))
            throw new DesiredConflictException($"{name} is already exposed. Open that exposure to change it.");
        var row = await context.Exposures.FindAsync([exposure.Id], cancellationToken);
        var before = row is null ? null : DesiredJson.Write(row.ToRecord());
        if (row is null)
            context.Exposures.Add(exposure.ToRow());
        else
            context.Entry(row).CurrentValues.SetValues(exposure.ToRow());
        return new Images(ExposureKind, exposure.Id, before, DesiredJson.Write(exposure));
    }

    private static async Task<Images> RemoveExposureAsync(PortalDbContext context, string id, CancellationToken cancellationToken)
    {
        var row = await context.Exposures.FindAsync([id], cancellationToken)
            ?? throw new DesiredConflictException("The exposure is already gone.");
        context.Exposures.Remove(row);
        return new Images(ExposureKind, id, DesiredJson.Write(row.ToRecord()), null);
    }

    private static async Task<Images> PutDnsEntryAsync(PortalDbContext context, DnsEntry entry, CancellationToken cancellationToken)
    {
        var row = await context.DnsEntries.FindAsync([entry.Id], cancellationToken);
        var before = row is null ? null : DesiredJson.Write(row.ToRecord());
        if (row is null)
            context.DnsEntries.Add(entry.ToRow());
        else
            context.Entry(row).CurrentValues.SetValues(entry.ToRow());
        return new Images(DnsEntryKind, entry.Id, before, DesiredJson.Write(entry));
    }

    private static async Task<Images> RemoveDnsEntryAsync(PortalDbContext context, string id, CancellationToken cancellationToken)
    {
        var row = await context.DnsEntries.FindAsync([id], cancellationToken)
            ?? throw new DesiredConflictException("The record is already gone.");
        context.DnsEntries.Remove(row);
        return new Images(DnsEntryKind, id, DesiredJson.Write(row.ToRecord()), null);
    }

    private static async Task<Images> SetPolicyAsync(PortalDbContext context, ChangePolicy policy, CancellationToken cancellationToken)
    {
        var row = await context.Settings.SingleAsync(setting => setting.Key == SettingRow.Policy, cancellationToken);
        var before = row.Value;
        row.Value = policy.ToString();
        return new Images(PolicyKind, SettingRow.Policy, before, row.Value);
    }
}
