namespace HomelabPortal.Reconcile;

/// <summary>
/// The order of operations. Withdrawing goes from the outside in, building from the inside out,
/// so at no instant is a name public without what should stand behind it.
/// </summary>
public enum ChangeStage
{
    WithdrawDns,
    WithdrawTunnel,
    WithdrawAccess,
    WithdrawRoute,
    BuildRoute,
    BuildAccess,
    BuildTunnel,
    BuildDns,
}
