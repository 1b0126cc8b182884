namespace HomelabPortal.Dns.Importing;

/// <summary>A record of an uploaded zone file beside what the zone holds.</summary>
public sealed record ImportLine(int Number, string Name, DnsValue Value, ImportState State, string? Why)
{
    public bool CanAdd => State == ImportState.New;

    public string Key => $"{Number}/{Name}/{Value.Type}/{Value.Content}";
}
