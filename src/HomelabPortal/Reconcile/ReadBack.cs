namespace HomelabPortal.Reconcile;

/// <summary>What reading says about an interrupted change.</summary>
/// <param name="HasTakenEffect">False means nothing of it is there, so planning afresh is safe.</param>
/// <param name="Entry">The ledger entry to keep; null after a delete or release.</param>
internal sealed record ReadBack(bool HasTakenEffect, LedgerEntry? Entry)
{
    public static ReadBack NotDone { get; } = new(false, null);

    public static ReadBack Gone { get; } = new(true, null);

    /// <summary>It cannot be read now. The change stays open, and its target leaves what it bears on out of its view until it can.</summary>
    public static ReadBack Later { get; } = new(false, null);

    public static ReadBack Done(LedgerEntry entry) => new(true, entry);
}
