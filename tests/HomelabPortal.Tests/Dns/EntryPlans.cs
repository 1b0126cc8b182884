using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Exposures;

namespace HomelabPortal.Tests.Dns;

/// <summary>Free records against the simulated zone, one step at a time.</summary>
internal static class EntryPlans
{
    public static DnsEntry Entry(string type, string content, string name = "x.cowlab.org", string id = "dn00000001", string? note = null) =>
        new() { Id = id, Name = RecordName.Parse(name), Type = type, Content = content, Note = note };

    public static async Task<Plan> PlanEntriesAsync(this TargetLab lab, params DnsEntry[] entries)
    {
        var resources = new DnsEntryCompiler().Compile(new DesiredState { Instance = TargetLab.Instance, DnsEntries = [.. entries] }).ToImmutableArray();
        var view = await lab.Dns.ObserveAsync(CancellationToken.None);
        return view.Plan(new PlanRequest(TargetLab.Instance, resources, lab.Ledger, new LabFacts("10.0.0.99", lab.Tunnel.Id.ToString())));
    }

    public static async Task<IReadOnlyList<ChangeOutcome>> ApplyEntriesAsync(this TargetLab lab, params DnsEntry[] entries) =>
        await lab.ApplyAsync(lab.Dns, await lab.PlanEntriesAsync(entries));
}
