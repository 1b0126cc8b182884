namespace HomelabPortal.Hostnames.Probing;

/// <summary>What came of trying one hostname.</summary>
/// <param name="Sentence">What it means and what to do.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Address">The address that was asked; empty when none was.</param>
public sealed record ProbeResult(string Hostname, ProbeClass Class, string Sentence, int? Status, string Address, DateTimeOffset At, TimeSpan Took);
