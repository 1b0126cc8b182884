using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>
/// Pure: tells the withdrawals that a person ordered from those that the portal worked out.
/// <code>
/// withdrawal                                          order
/// of an exposure whose end has come                   Ended
/// of a tunnel rule, while the tunnels are closed      Closed
/// of a record that leads to a tunnel, while closed    Closed
/// any other, and whatever builds                      None
/// </code>
/// Closing covers all that the ledger knows, also what was removed before and is held: it is on the Internet still.
/// </summary>
internal static class Orders
{
    public static Plan Mark(Plan plan, DesiredState state, DateTimeOffset now)
    {
        var ended = state.Exposures.Where(exposure => exposure.HasEnded(now)).Select(exposure => exposure.Id).ToHashSet(StringComparer.Ordinal);
        return plan with { Changes = [.. plan.Changes.Select(change => change with { Order = OrderOf(change, ended, state.AreTunnelsClosed) })] };
    }

    private static ChangeOrder OrderOf(Change change, HashSet<string> ended, bool areClosed)
    {
        if (!change.Stage.IsWithdrawal())
            return ChangeOrder.None;
        if (areClosed && change.Kind == ChangeKind.Delete && IsOnTheInternet(change))
            return ChangeOrder.Closed;
        return ended.Contains(change.OwnerId) ? ChangeOrder.Ended : ChangeOrder.None;
    }

    private static bool IsOnTheInternet(Change change) =>
        change.Stage == ChangeStage.WithdrawTunnel
        || (change.Stage == ChangeStage.WithdrawDns && (string?)change.Before?["content"] is { } content && DnsEntry.LeadsToTunnel(content));
}
