using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Importing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Editing;

/// <summary>Wants a record that a zone file named.</summary>
internal sealed class ImportActs(DesiredActs acts, DesiredIds ids)
{
    public DnsEntry EntryOf(ImportLine line) => new()
    {
        Id = ids.NewExposure(), Name = RecordName.Parse(line.Name), Type = line.Value.Type, Content = line.Value.Content, Ttl = line.Value.Ttl, IsProxied = line.Value.IsProxied,
    };

    public Task<ActionOutcome> AddAsync(ImportLine line, Actor actor, CancellationToken cancellationToken) =>
        acts.SaveAsync(new DesiredEdit.PutDnsEntry(EntryOf(line)), $"Create the record {line.Value.Type} {line.Name} from a zone file", actor, cancellationToken);
}
