using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;
using HomelabPortal.Secrets;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Gpu.Containers.Secrets;

/// <summary>The secret values of containers: stored encrypted, together with the edit that names them, and read again when one is made.</summary>
internal sealed class ContainerSecrets(IDbContextFactory<PortalDbContext> contexts, Vault vault, TimeProvider time)
{
    /// <summary>What no wish names any more is kept so long from then on, so that a change can be taken back.</summary>
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <summary>Stores new values within an edit's own transaction, and lets go of old ones.</summary>
    public async Task KeepAsync(PortalDbContext context, DesiredContainer container, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var (id, value) in values)
        {
            context.ContainerSecrets.Add(new ContainerSecretRow
            {
                Id = id, ContainerId = container.Id, Value = vault.Protect(value, SecretPlace.ContainerSecret(id)), CreatedAtTicks = now.UtcTicks,
            });
        }

        var oldest = (now - _kept).UtcTicks;
        var named = NamesIn(container).ToHashSet(StringComparer.Ordinal);
        var rows = await context.ContainerSecrets.Where(row => row.ContainerId == container.Id && row.CreatedAtTicks < oldest).ToListAsync(cancellationToken);
        var old = rows.Where(row => !named.Contains(row.Id)).ToList();
        if (old.Count == 0)
            return;
        var recent = await NamedSinceAsync(context, container.Id, oldest, cancellationToken);
        context.ContainerSecrets.RemoveRange(old.Where(row => !recent.Contains(row.Id)));
    }

    /// <summary>What was named until an edit of that time or later: of this one as well, which is not written yet.</summary>
    private static async Task<HashSet<string>> NamedSinceAsync(PortalDbContext context, string containerId, long oldest, CancellationToken cancellationToken)
    {
        var rows = await context.Audit.AsNoTracking()
            .Where(row => row.AtTicks >= oldest && row.Before != null
                && ((row.SubjectKind == DesiredEdits.ContainerKind && row.SubjectId == containerId) || row.SubjectKind == DesiredEdits.ContainersKind))
            .ToListAsync(cancellationToken);
        return rows.Concat(context.Audit.Local).SelectMany(WishesBefore).Where(wish => wish.Id == containerId).SelectMany(NamesIn).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<DesiredContainer> WishesBefore(AuditRow row) => row switch
    {
        { SubjectKind: DesiredEdits.ContainerKind, Before: { } before } => [DesiredJson.Read<DesiredContainer>(before)],
        { SubjectKind: DesiredEdits.ContainersKind, Before: { } before } => DesiredJson.Read<ImmutableArray<DesiredContainer>>(before),
        _ => [],
    };

    private static IEnumerable<string> NamesIn(DesiredContainer container) => container.Variables.Select(variable => variable.Secret).OfType<string>();

    /// <summary>The values behind the names that a container's variables hold.</summary>
    /// <exception cref="TargetException">One is not kept any more or cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, string>> RevealAsync(DesiredContainer container, CancellationToken cancellationToken)
    {
        var names = NamesIn(container).ToList();
        if (names.Count == 0)
            return new Dictionary<string, string>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ContainerSecrets.AsNoTracking().Where(row => names.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Value, cancellationToken);
        return container.Variables.Where(variable => variable.IsSecret).ToDictionary(variable => variable.Secret!, variable => Reveal(variable, rows));
    }

    /// <summary>Every value that is kept and can be read, also of former versions: one may serve again.</summary>
    public async Task<IReadOnlyList<string>> RevealAllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.ContainerSecrets.AsNoTracking().Select(row => new { row.Id, row.Value }).ToListAsync(cancellationToken);
        var values = new List<string>();
        foreach (var row in rows)
        {
            try
            {
                values.Add(vault.Reveal(row.Value, SecretPlace.ContainerSecret(row.Id)));
            }
            catch (SecretException)
            {
                // One that cannot be read is not known; the others still are.
            }
        }

        return values;
    }

    private string Reveal(ContainerVariable variable, Dictionary<string, string> rows)
    {
        try
        {
            if (rows.TryGetValue(variable.Secret!, out var stored))
                return vault.Reveal(stored, SecretPlace.ContainerSecret(variable.Secret!));
        }
        catch (SecretException)
        {
            // Said below, without its cause.
        }

        throw new TargetException(new TargetFault(FaultKind.NeedsPerson, $"The secret value of {variable.Name} is not kept any more or cannot be read. Enter it again."));
    }
}
