using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Providers;

/// <summary>
/// Decides about somebody a provider vouches for.
/// <code>
/// account of this subject        group     outcome
/// none                           none      refused
/// none                           a role    a new account with the role
/// linked by its owner            any       in, with the account's own role
/// linked, disabled               any       refused: disabled
/// made by this provider          a role    in, with that role from now on
/// made, disabled for its groups  a role    in again, with that role
/// made, disabled by an admin     any       refused: disabled
/// made by this provider          none      refused, and disabled until a group comes back
/// </code>
/// </summary>
internal static class EntryDecision
{
    public static Entry Of(KnownAccount? known, Role? role) => (known, role) switch
    {
        (null, null) => new Entry.Refused(ProviderProblem.NoGroup),
        (null, { } given) => new Entry.Create(given),
        ({ IsDisabled: true, IsShutForGroups: false }, _) => new Entry.Refused(ProviderProblem.Disabled),
        ({ IsMade: false }, _) => new Entry.Admit(known.Role),
        (_, null) => new Entry.Shut(),
        (_, { } given) => new Entry.Admit(given),
    };
}
