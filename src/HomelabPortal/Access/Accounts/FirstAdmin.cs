using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Accounts;

/// <summary>Whether anybody can sign in and decide who else may; as long as nobody can, there is a setup link.</summary>
internal static class FirstAdmin
{
    public static bool IsThere(AccessState state) => state.Accounts.Values.Any(IsWorkingAdmin);

    public static bool IsWorkingAdmin(AccountInfo account) => account is { Role: Role.Admin, IsDisabled: false } && account.CanSignIn;
}
