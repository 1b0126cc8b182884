using HomelabPortal.Desired;
using HomelabPortal.Dns.Editing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Pages.Editing;

/// <summary>The state of one person's form of a record, apart from how it is drawn.</summary>
internal sealed class EntryFlow(Live<DnsState> dns, DesiredStore store, SettledPreview preview, DesiredIds ids)
{
    private DnsEntry? _before;
    private bool _isTried;

    public EntryForm Form { get; } = new();

    public string Id { get; private set; } = ids.NewExposure();

    public bool IsNew => _before is null;

    public IReadOnlyDictionary<string, string> Faults { get; private set; } = new Dictionary<string, string>();

    /// <summary>The edit to review; null until the form has no faults.</summary>
    public DesiredEdit? Edit { get; private set; }

    public IEnumerable<string> Zones => dns.Current.Value.Zones.Select(zone => zone.Name);

    public string? FaultOf(string field) => Faults.GetValueOrDefault(field);

    /// <summary>False when there is no such entry to change.</summary>
    public bool Begin(string? entryId, string? zone, string? type, DnsEntry? suggestion = null)
    {
        if (entryId is null)
        {
            Form.Zone = zone is not null && Zones.Contains(zone) ? zone : Zones.FirstOrDefault() ?? "";
            Form.Type = Contents.RecordTypes.Find(type)?.Name ?? Form.Type;
            if (suggestion is not null && Contents.RecordTypes.Find(type) is not null && dns.Current.Value.ZoneOf(suggestion.Name) is { } home)
                Form.Begin(suggestion, home.Name);
            return true;
        }

        _before = store.Current.DnsEntries.FirstOrDefault(entry => entry.Id == entryId);
        if (_before is null)
            return false;
        Id = _before.Id;
        Form.Begin(_before, dns.Current.Value.ZoneOf(_before.Name)?.Name ?? "");
        return true;
    }

    /// <summary>Judges what is typed while it is typed, but does not scold a form that was never sent.</summary>
    public void Judge()
    {
        if (_isTried)
            (_, Faults) = EntryChecks.Read(Form.ToDraft(), Id, _before);
    }

    /// <summary>True when there is a plan to review.</summary>
    public async Task<bool> CheckAsync(CancellationToken cancellationToken)
    {
        (_isTried, Edit) = (true, null);
        (var entry, Faults) = EntryChecks.Read(Form.ToDraft(), Id, _before);
        if (entry is null)
            return false;
        var edit = new DesiredEdit.PutDnsEntry(entry);
        var result = await preview.PlanAsync(edit, Id, cancellationToken);
        if (result.Plan.Refusals is [var refusal, ..])
        {
            Faults = new Dictionary<string, string> { [EntryChecks.Name] = refusal.Why };
            return false;
        }

        Edit = edit;
        return true;
    }
}
