namespace HomelabPortal.Trace.Probing;

/// <summary>What a server answered, as far as it was read.</summary>
/// <param name="Status">Null when it was no HTTP.</param>
/// <param name="Text">The beginning of head and body.</param>
/// <param name="CertificateFault">Why its certificate does not fit the name; null when it does or there is none.</param>
internal sealed record ProbeReply(int? Status, string Text, string? CertificateFault);
