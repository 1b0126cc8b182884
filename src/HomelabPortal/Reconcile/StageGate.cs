namespace HomelabPortal.Reconcile;

/// <summary>
/// Remembers, per exposure, the stage at which it got stuck in this pass.
/// What comes later for the same exposure waits, so that DNS never points at a route that is not there
/// and no rule is taken away from a name that still leads to it.
/// Withdrawing and building do not wait for each other: they concern different names or different kinds of things.
/// </summary>
internal sealed class StageGate
{
    private readonly Dictionary<(string Owner, bool IsWithdrawal), (ChangeStage Stage, string Why)> _stuck = [];

    public void Block(string ownerId, ChangeStage stage, string why)
    {
        var half = (ownerId, stage.IsWithdrawal());
        if (!_stuck.TryGetValue(half, out var known) || stage < known.Stage)
            _stuck[half] = (stage, why);
    }

    /// <summary>Why a change must wait, or null when it may go.</summary>
    public string? WhyBlocked(Change change) =>
        _stuck.TryGetValue((change.OwnerId, change.Stage.IsWithdrawal()), out var stuck) && stuck.Stage < change.Stage ? stuck.Why : null;
}
