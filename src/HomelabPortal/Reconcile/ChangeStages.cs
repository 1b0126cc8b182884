namespace HomelabPortal.Reconcile;

internal static class ChangeStages
{
    public static IReadOnlyList<ChangeStage> InOrder { get; } = Enum.GetValues<ChangeStage>();

    public static bool IsWithdrawal(this ChangeStage stage) => stage <= ChangeStage.WithdrawRoute;
}
