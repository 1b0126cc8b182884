namespace HomelabPortal.Reconcile;

/// <summary>A journal row that says what we were about to do.</summary>
internal sealed record OpenIntent(long JournalId, Change Change);
