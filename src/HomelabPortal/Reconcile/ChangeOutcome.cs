using System.Diagnostics.CodeAnalysis;

namespace HomelabPortal.Reconcile;

/// <summary>What came of one change.</summary>
internal sealed record ChangeOutcome
{
    private ChangeOutcome(Change change, LedgerEntry? entry, TargetFault? fault, bool isUncertain)
    {
        Change = change;
        Entry = entry;
        Fault = fault;
        IsUncertain = isUncertain;
    }

    public Change Change { get; }

    /// <summary>What the ledger keeps now; null after a delete or release.</summary>
    public LedgerEntry? Entry { get; }

    public TargetFault? Fault { get; }

    /// <summary>The request may have been carried out although no answer came: only reading can tell.</summary>
    public bool IsUncertain { get; }

    [MemberNotNullWhen(false, nameof(Fault))]
    public bool Succeeded => Fault is null;

    public static ChangeOutcome Applied(Change change, LedgerEntry? entry) => new(change, entry, null, false);

    public static ChangeOutcome Failed(Change change, TargetFault fault) => new(change, null, fault, false);

    public static ChangeOutcome Uncertain(Change change, TargetFault fault) => new(change, null, fault, true);
}
