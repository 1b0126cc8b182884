using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Storage;
using System.Collections.Immutable;
using HomelabPortal.Access;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Platform;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Desired;

/// <summary>
/// The only door to what the owner wants.
/// An edit, its audit row and the new revision are one transaction; only then is anyone told.
/// </summary>
internal sealed class DesiredStore(
    IDbContextFactory<PortalDbContext> contexts, DatabaseWriter writer, Live<DesiredState> live, Signal changed, TimeProvider time)
{
    public DesiredState Current => live.Current.Value;

    public Live<DesiredState> Live => live;

    /// <summary>Reads the state once at start; an empty database gets its instance id and policy.</summary>
    public async Task LoadAsync(ChangePolicy firstPolicy, Func<string> newInstance, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(
            async context =>
            {
                if (!await context.Settings.AnyAsync(cancellationToken))
                {
                    context.Settings.Add(new SettingRow { Key = SettingRow.Instance, Value = newInstance() });
                    context.Settings.Add(new SettingRow { Key = SettingRow.Policy, Value = firstPolicy.ToString() });
                }

                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        live.Publish(await ReadAsync(cancellationToken));
    }

    /// <summary>Saves one edit. <paramref name="act"/> is what the person did, in the words of the page.</summary>
    /// <param name="expectedRevision">The revision the person looked at, or null when the edit cannot clash.</param>
    /// <param name="alongside">What is to be committed with the edit or not at all.</param>
    /// <returns>The id of the audit row, by which the edit can be taken back.</returns>
    /// <exception cref="DesiredConflictException">Nothing was saved; the message says why.</exception>
    public async Task<long> SaveAsync(
        DesiredEdit edit, string act, Actor actor, long? expectedRevision, CancellationToken cancellationToken,
        Func<PortalDbContext, CancellationToken, Task>? alongside = null)
    {
        var audit = await writer.WriteAsync(
            async context =>
            {
                var current = await context.Revisions.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0;
                if (expectedRevision is { } expected && expected != current)
                    throw new DesiredConflictException("Someone changed the configuration meanwhile. Look at it again, then repeat the change.", isStale: true);
                var images = await DesiredEdits.ApplyAsync(context, edit, cancellationToken);
                var now = time.GetUtcNow();
                context.Revisions.Add(new RevisionRow { Id = current + 1, AtTicks = now.UtcTicks, Actor = actor.Name });
                var row = AuditLog.NewRow(act, actor, now, "saved");
                (row.SubjectKind, row.SubjectId, row.Before, row.After, row.Revision) =
                    (images.SubjectKind, images.SubjectId, images.Before, images.After, current + 1);
                context.Audit.Add(row);
                if (alongside is not null)
                    await alongside(context, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
                // Published within the writer's turn, so that an older state never replaces a newer one.
                live.Publish(await ReadAsync(CancellationToken.None));
                return row.Id;
            },
            cancellationToken);
        changed.Raise();
        return audit;
    }

    /// <summary>Puts back what an audited edit changed, unless it was changed again since.</summary>
    /// <exception cref="DesiredConflictException">Nothing was saved; the message says why.</exception>
    public async Task<long> UndoAsync(long auditId, Actor actor, CancellationToken cancellationToken)
    {
        var (inverse, act) = await UndoOfAsync(auditId, cancellationToken);
        return await SaveAsync(inverse, act, actor, null, cancellationToken);
    }

    /// <summary>The edit that would take an audited one back, and its words for the audit.</summary>
    /// <exception cref="DesiredConflictException">It cannot be taken back; the message says why.</exception>
    public async Task<(DesiredEdit Inverse, string Act)> UndoOfAsync(long auditId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Audit.AsNoTracking().SingleOrDefaultAsync(audit => audit.Id == auditId, cancellationToken)
            ?? throw new DesiredConflictException("There is no such change to undo.");
        var later = await context.Audit.AnyAsync(
            audit => audit.Id > auditId && audit.SubjectKind == row.SubjectKind && audit.SubjectId == row.SubjectId, cancellationToken);
        if (later || await WasChangedSinceAsync(context, row, cancellationToken))
            throw new DesiredConflictException("It was changed again since. Undo the later change first.");
        if (WouldPublish(row))
            throw new DesiredConflictException("Undoing this would make the hostname public again. That needs its own confirmation: use Tunnel to the Internet.");
        return (InverseOf(row), $"Undo: {row.Act}");
    }

    /// <summary>A change of several containers is not known by the name of each, so what they are now is compared.</summary>
    private static async Task<bool> WasChangedSinceAsync(PortalDbContext context, AuditRow row, CancellationToken cancellationToken)
    {
        if (row is not { SubjectKind: DesiredEdits.ContainersKind, After: { } after })
            return false;
        foreach (var container in DesiredJson.Read<ImmutableArray<DesiredContainer>>(after))
        {
            var now = await context.Containers.AsNoTracking().FirstOrDefaultAsync(found => found.Id == container.Id, cancellationToken);
            if (now is null || !now.ToRecord().Equals(container))
                return true;
        }

        return false;
    }

    /// <summary>Going back must not put a name on the Internet that is not there now: only the typed confirmation may do that.</summary>
    private static bool WouldPublish(AuditRow row)
    {
        var before = PublicNameIn(row, row.Before);
        return before is not null && before != PublicNameIn(row, row.After);
    }

    private static string? PublicNameIn(AuditRow row, string? image) => (row.SubjectKind, image) switch
    {
        (DesiredEdits.ExposureKind, not null) => DesiredJson.Read<Exposure>(image) is { Visibility: Visibility.Tunnel } exposure ? exposure.Hostname.Value : null,
        (DesiredEdits.TunnelEntryKind, not null) => DesiredJson.Read<TunnelEntry>(image).Name.Value,
        (DesiredEdits.DnsEntryKind, not null) => DesiredJson.Read<DnsEntry>(image) is { IsTunnelled: true } entry ? entry.Name.Value : null,
        _ => null,
    };

    private static DesiredEdit InverseOf(AuditRow row) => (row.SubjectKind, row.Before) switch
    {
        (DesiredEdits.ExposureKind, null) => new DesiredEdit.RemoveExposure(row.SubjectId),
        (DesiredEdits.ExposureKind, { } before) => new DesiredEdit.PutExposure(DesiredJson.Read<Exposure>(before)),
        (DesiredEdits.DnsEntryKind, null) => new DesiredEdit.RemoveDnsEntry(row.SubjectId),
        (DesiredEdits.DnsEntryKind, { } before) => new DesiredEdit.PutDnsEntry(DesiredJson.Read<DnsEntry>(before)),
        (DesiredEdits.TunnelEntryKind, null) => new DesiredEdit.RemoveTunnelEntry(row.SubjectId),
        (DesiredEdits.TunnelEntryKind, { } before) => new DesiredEdit.PutTunnelEntry(DesiredJson.Read<TunnelEntry>(before)),
        (DesiredEdits.LoginPolicyKind, null) => new DesiredEdit.RemoveLoginPolicy(row.SubjectId),
        (DesiredEdits.LoginPolicyKind, { } before) => new DesiredEdit.PutLoginPolicy(DesiredJson.Read<LoginPolicy>(before)),
        (DesiredEdits.ContainersKind, { } before) => new DesiredEdit.PutContainers(DesiredJson.Read<ImmutableArray<DesiredContainer>>(before)),
        (DesiredEdits.ContainerKind, null) => new DesiredEdit.RemoveContainer(row.SubjectId),
        (DesiredEdits.ContainerKind, { } before) => new DesiredEdit.PutContainer(DesiredJson.Read<DesiredContainer>(before)),
        (DesiredEdits.CheckKind, null) => new DesiredEdit.RemoveCheck(row.SubjectId),
        (DesiredEdits.CheckKind, { } before) => new DesiredEdit.PutCheck(DesiredJson.Read<DesiredCheck>(before)),
        (DesiredEdits.ChannelKind, null) => new DesiredEdit.RemoveChannel(row.SubjectId),
        (DesiredEdits.ChannelKind, { } before) => new DesiredEdit.PutChannel(DesiredJson.Read<DesiredChannel>(before)),
        _ => throw new DesiredConflictException("This act cannot be undone here."),
    };

    private async Task<DesiredState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var settings = await context.Settings.AsNoTracking().ToDictionaryAsync(row => row.Key, row => row.Value, cancellationToken);
        var exposures = await context.Exposures.AsNoTracking().OrderBy(row => row.Hostname).ToListAsync(cancellationToken);
        var entries = await context.DnsEntries.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Type).ToListAsync(cancellationToken);
        var rules = await context.TunnelEntries.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Path).ToListAsync(cancellationToken);
        var policies = await context.LoginPolicies.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var containers = await context.Containers.AsNoTracking().OrderBy(row => row.Host).ThenBy(row => row.Name).ToListAsync(cancellationToken);
        var checks = await context.Checks.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var channels = await context.Channels.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var areClosed = settings.GetValueOrDefault(SettingRow.TunnelsClosed) == "true";
        var closing = areClosed ? await ClosingAsync(context, cancellationToken) : null;
        return new DesiredState
        {
            Revision = await context.Revisions.MaxAsync(row => (long?)row.Id, cancellationToken) ?? 0,
            Instance = settings[SettingRow.Instance],
            Policy = Enum.Parse<ChangePolicy>(settings[SettingRow.Policy]),
            Exposures = [.. exposures.Select(row => row.ToRecord())],
            DnsEntries = [.. entries.Select(row => row.ToRecord())],
            TunnelEntries = [.. rules.Select(row => row.ToRecord())],
            LoginPolicies = [.. policies.Select(row => row.ToRecord())],
            Containers = [.. containers.Select(row => row.ToRecord())],
            Checks = [.. checks.Select(row => row.ToRecord())],
            ChecksOff = [.. settings.Keys.Where(key => key.StartsWith(SettingRow.CheckOff, StringComparison.Ordinal)).Select(key => key[SettingRow.CheckOff.Length..])],
            Channels = [.. channels.Select(row => row.ToRecord())],
            DefaultLoginPolicy = settings.GetValueOrDefault(SettingRow.DefaultLoginPolicy),
            AreTunnelsClosed = areClosed,
            ClosedAt = closing is null ? null : new DateTimeOffset(closing.AtTicks, TimeSpan.Zero),
            ClosedBy = closing?.Actor,
        };
    }

    private static Task<AuditRow?> ClosingAsync(PortalDbContext context, CancellationToken cancellationToken) => context.Audit.AsNoTracking()
        .Where(row => row.SubjectKind == DesiredEdits.SettingKind && row.SubjectId == SettingRow.TunnelsClosed)
        .OrderByDescending(row => row.Id)
        .FirstOrDefaultAsync(cancellationToken);
}
