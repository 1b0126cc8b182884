namespace HomelabPortal.CloudflareAccount.Api;

/// <summary>Calls of this portal in five minutes.</summary>
/// <param name="PausedUntil">Set while Cloudflare wants no calls.</param>
internal sealed record BudgetResource(int Used, int Limit, int Remaining, DateTimeOffset? PausedUntil)
{
    public static BudgetResource Of(BudgetState budget) => new(budget.Used, budget.Limit, budget.Remaining, budget.PausedUntil);
}
