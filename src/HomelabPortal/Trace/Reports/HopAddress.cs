namespace HomelabPortal.Trace.Reports;

/// <summary>A place at which a station takes connections.</summary>
public sealed record HopAddress(string Address, int Port);
