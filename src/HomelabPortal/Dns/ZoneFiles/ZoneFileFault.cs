namespace HomelabPortal.Dns.ZoneFiles;

/// <summary>What could not be read in a zone file, and where.</summary>
internal sealed record ZoneFileFault(int Line, string Text);
