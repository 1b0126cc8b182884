using HomelabPortal.Dns.Importing;
using HomelabPortal.Dns.ZoneFiles;

namespace HomelabPortal.Dns.Api;

/// <summary>A zone file beside the zone; nothing is saved.</summary>
internal sealed record ComparisonResource(IReadOnlyList<ComparisonResource.Line> Records, IReadOnlyList<ComparisonResource.Fault> Faults, int Skipped)
{
    internal sealed record Line(int Number, string Name, string Type, string Content, int Ttl, bool IsProxied, ImportState State, string? Why);

    internal sealed record Fault(int Line, string Text);

    public static ComparisonResource Of(ZoneFile file, IEnumerable<ImportLine> lines) => new(
        [.. lines.Select(line => new Line(line.Number, line.Name, line.Value.Type, line.Value.Content, line.Value.Ttl, line.Value.IsProxied, line.State, line.Why))],
        [.. file.Faults.Select(fault => new Fault(fault.Line, fault.Text))], file.Skipped);
}
