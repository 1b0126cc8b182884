using System.Collections.Immutable;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Status;

/// <summary>What the status page says, as it was at one moment.</summary>
/// <param name="State">Healthy only while everything can be seen and nothing needs anybody.</param>
/// <param name="Headline">The answer to "is everything all right?".</param>
/// <param name="Note">Why it may be out of date; null while it is not.</param>
/// <param name="Lines">What needs somebody, worst first, then how much of each kind is well.</param>
/// <param name="More">How many lines were left out.</param>
public sealed record StatusPicture(
    string LabName, bool IsSimulated, HealthState State, string Headline, string? Note, ImmutableArray<StatusLine> Lines, int More, ImmutableArray<StatusLine> Counts, ImmutableArray<SourceFreshness> Sources, DateTimeOffset At);
