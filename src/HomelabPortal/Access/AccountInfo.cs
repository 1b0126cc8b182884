using System.Collections.Immutable;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access;

/// <summary>A person who may sign in, without anything secret.</summary>
/// <param name="Passkeys">How many passkeys the account has.</param>
/// <param name="Providers">Names of the providers it can sign in with.</param>
public sealed record AccountInfo(
    string Id, string Name, Role Role, bool IsDisabled, DateTimeOffset CreatedAt, bool HasPassword, int Passkeys, ImmutableArray<string> Providers)
{
    /// <summary>False for the demo account, and for one whose only provider was taken away.</summary>
    public bool CanSignIn => HasPassword || Passkeys > 0 || !Providers.IsEmpty;
}
