namespace HomelabPortal.Reconcile;

/// <summary>
/// Remembers, per exposure, the stage at which it got stuck in this pass.
/// What comes later for the same exposure waits, so that DNS never points at a route that is not there.
/// </summary>
internal sealed class StageGate
{
    private readonly Dictionary<string, (ChangeStage Stage, string Why)> _stuck = [];

    public void Block(string ownerId, ChangeStage stage, string why)
    {
        if (!_stuck.TryGetValue(ownerId, out var known) || stage < known.Stage)
            _stuck[ownerId] = (stage, why);
    }

    /// <summary>Why a change must wait, or null when it may go.</summary>
    public string? WhyBlocked(Change change) =>
        _stuck.TryGetValue(change.OwnerId, out var stuck) && stuck.Stage < change.Stage ? stuck.Why : null;
}
