namespace HomelabPortal.Dns.ZoneFiles;

/// <summary>A record that a zone file holds.</summary>
/// <param name="Number">The line it begins on, from 1.</param>
internal sealed record ZoneFileLine(int Number, string Name, DnsValue Value);
