namespace HomelabPortal.CloudflareAccount;

/// <summary>Calls of the one budget, of this portal alone.</summary>
/// <param name="Used">Calls made that have not come back yet.</param>
/// <param name="Limit">Calls allowed in five minutes.</param>
/// <param name="PausedUntil">Set while Cloudflare wants no calls.</param>
public sealed record BudgetState(int Used, int Limit, DateTimeOffset? PausedUntil)
{
    public int Remaining => Limit - Used;

    public double Share => Limit == 0 ? 0 : (double)Used / Limit;
}
