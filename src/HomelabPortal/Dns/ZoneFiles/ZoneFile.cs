using System.Collections.Immutable;

namespace HomelabPortal.Dns.ZoneFiles;

/// <summary>A zone file as it was read: what it holds and what in it could not be read.</summary>
/// <param name="Skipped">Lines that say nothing to Cloudflare, such as the SOA.</param>
internal sealed record ZoneFile(ImmutableArray<ZoneFileLine> Records, ImmutableArray<ZoneFileFault> Faults, int Skipped);
