using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Contents;
using HomelabPortal.Dns.Ownership;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Storage;

namespace HomelabPortal.Dns.Editing;

/// <summary>What a person can do with a record besides typing one: adopt, release, delete, accept and revert.</summary>
internal sealed class RecordActs(
    DesiredStore store, DesiredActs acts, ActionRunner runner, DatabaseWriter writer, Live<DnsState> dns, Live<ReconcileStatus> status, DesiredIds ids, Signal look)
{
    /// <summary>The wish to adopt a live record, or why that cannot be.</summary>
    /// <param name="typedName">The record's name as the owner typed it to insist; null without insisting.</param>
    public (DnsEntry? Entry, string? Fault) Adoption(string zoneId, string recordId, string? typedName)
    {
        var zone = dns.Current.Value.Zones.FirstOrDefault(candidate => candidate.Id == zoneId);
        if (zone?.Find(recordId) is not { } record)
            return (null, "There is no such record any more. Look at the zone again.");
        var owner = RecordOwnerships.Of(record, new OwnershipFacts(zone, store.Current, status.Current.Value.Ledger));
        if (owner.WhyNotAdopt is { } why)
            return (null, why);
        if (WhyNotWanted(record) is { } unfit)
            return (null, unfit);
        if (store.Current.DnsEntries.Any(entry => entry.AdoptedId == recordId))
            return (null, "An entry here has adopted it already.");
        return owner.NeedsInsistence && typedName != record.Name
            ? (null, $"It belongs to {owner.Who}. Type {record.Name} to take it over all the same; let that tool release it first, or both will write it.")
            : (Planning.Adoption.Adopt(record, zoneId, ids.NewExposure(), owner.NeedsInsistence), null);
    }

    public async Task<ActionOutcome> AdoptAsync(string zoneId, string recordId, string? typedName, Actor actor, CancellationToken cancellationToken)
    {
        var (entry, fault) = Adoption(zoneId, recordId, typedName);
        return entry is null
            ? new ActionOutcome(0, fault)
            : await acts.SaveAsync(new DesiredEdit.PutDnsEntry(entry), $"Adopt the record {entry.Type} {entry.Name}", actor, cancellationToken);
    }

    /// <summary>Gives the record back: it stays as it is with the comment it had, and the portal forgets it.</summary>
    public Task<ActionOutcome> ReleaseAsync(DnsEntry entry, Actor actor, CancellationToken cancellationToken, Func<PortalDbContext, CancellationToken, Task>? alongside = null) =>
        acts.SaveAsync(
            new DesiredEdit.RemoveDnsEntry(entry.Id), $"Release the record {entry.Type} {entry.Name}", actor, cancellationToken,
            alongside: Both((context, token) => RecordLedger.GiveBackAsync(context, DesiredDnsRecord.KeyOf(entry), entry.Note ?? "", token), alongside));

    /// <summary>Removes the entry and deletes the record, also one that was adopted.</summary>
    public Task<ActionOutcome> DeleteAsync(DnsEntry entry, Actor actor, CancellationToken cancellationToken, Func<PortalDbContext, CancellationToken, Task>? alongside = null) =>
        acts.SaveAsync(
            new DesiredEdit.RemoveDnsEntry(entry.Id), $"Delete the record {entry.Type} {entry.Name}", actor, cancellationToken,
            alongside: Both((context, token) => RecordLedger.DeleteAsync(context, DesiredDnsRecord.KeyOf(entry), token), alongside));

    /// <summary>What somebody made of the record becomes what is wanted.</summary>
    public async Task<ActionOutcome> AcceptAsync(DnsEntry entry, Actor actor, CancellationToken cancellationToken, Func<PortalDbContext, CancellationToken, Task>? alongside = null)
    {
        var live = LiveOf(entry);
        if (live is null)
            return new ActionOutcome(0, "The record is not there now. Delete the entry to accept that, or revert.");
        if (WhyNotWanted(live) is { } unfit)
            return new ActionOutcome(0, unfit);
        var accepted = entry with { Type = live.Value.Type, Content = live.Value.Content, Ttl = live.Value.Ttl, IsProxied = live.Value.IsProxied };
        return await acts.SaveAsync(
            new DesiredEdit.PutDnsEntry(accepted), $"Accept the hand change of {entry.Type} {entry.Name}", actor, cancellationToken,
            alongside: Both((context, token) => RecordLedger.AcceptAsync(context, DesiredDnsRecord.KeyOf(entry), live.Value, token), alongside));
    }

    /// <summary>Puts a hand change right, also under a policy that only reports them: it is an order for this one record.</summary>
    public Task<ActionOutcome> RevertAsync(ResourceKey key, Actor actor, CancellationToken cancellationToken) =>
        runner.RunAsync(
            Act.EditRecords, $"Revert the hand change of {key.Name.Split('/')[0]}", actor,
            async token =>
            {
                await writer.WriteAsync(
                    async context =>
                    {
                        await RecordLedger.OrderAsync(context, key, token);
                        return await context.SaveChangesAsync(token);
                    },
                    token);
                look.Raise();
            },
            cancellationToken);

    /// <summary>The live record of an entry, by the ledger or else by its mark.</summary>
    public LiveRecord? LiveOf(DnsEntry entry)
    {
        var made = status.Current.Value.Ledger.Find(DesiredDnsRecord.KeyOf(entry))?.RemoteId;
        var records = dns.Current.Value.Zones.SelectMany(zone => zone.Records);
        return records.FirstOrDefault(record => made is not null ? record.Id == made : record.Mark == new DnsMark(store.Current.Instance, entry.Id));
    }

    private static string? WhyNotWanted(LiveRecord record) =>
        RecordTypes.Find(record.Value.Type) is not { } type
            ? $"Records of the type {record.Value.Type} are only shown here. There are {string.Join(", ", RecordTypes.All.Select(known => known.Name))}."
            : !RecordName.TryParse(record.Name, out _, out var fault) ? fault
            : type.Read(record.Value.Content) is { IsGood: false } content ? $"It cannot be kept as it is: {content.Fault}" : null;

    private static Func<PortalDbContext, CancellationToken, Task> Both(
        Func<PortalDbContext, CancellationToken, Task> first, Func<PortalDbContext, CancellationToken, Task>? second) =>
        async (context, token) =>
        {
            await first(context, token);
            if (second is not null)
                await second(context, token);
        };
}
