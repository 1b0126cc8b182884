using System.Threading.RateLimiting;

namespace HomelabPortal.Access.Web;

/// <summary>How many requests of one kind are answered: some at once, then a steady number a minute.</summary>
internal sealed record RequestBudget(int AtOnce, int PerMinute)
{
    /// <summary>A sign-in with a passkey takes two requests, and people mistype.</summary>
    public static RequestBudget SignIn { get; } = new(10, 5);

    public static RequestBudget Negotiate { get; } = new(30, 30);

    public static RequestBudget Api { get; } = new(120, 120);

    /// <summary>Pages, each with its twenty files, behind one address: only a machine asks for more.</summary>
    public static RequestBudget Other { get; } = new(1200, 1200);

    public TokenBucketRateLimiterOptions ToOptions() => new()
    {
        TokenLimit = AtOnce,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / PerMinute,
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
