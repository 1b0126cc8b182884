using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Providers;

/// <summary>What becomes of somebody a provider vouches for, see <see cref="EntryDecision"/>.</summary>
internal abstract record Entry
{
    private Entry() { }

    internal sealed record Create(Role Role) : Entry;

    /// <summary>With this role, which the account gets if it has another, and enabled if it is not.</summary>
    internal sealed record Admit(Role Role) : Entry;

    /// <summary>Not in, and the account is disabled until a group is back: sessions and tokens end with it.</summary>
    internal sealed record Shut : Entry;

    internal sealed record Refused(ProviderProblem Problem) : Entry;
}
