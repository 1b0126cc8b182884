using System.Globalization;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.SignIn;

/// <summary>
/// Looks at passwords and recovery codes, at the sign-in page and when somebody must prove who they are.
/// Each method returns what to tell the person, or null when they are in. A wrong name and a wrong password are told, and timed, alike.
/// </summary>
internal sealed class SignInDesk(
    AccessStore store, IDbContextFactory<PortalDbContext> contexts, PasswordHashing hashing, RecoveryCodes codes,
    GuessBook guesses, KnownDevice devices, Entrance entrance, SessionBook sessions, AuditLog audit)
{
    private const string WrongPassword = "The name or the password is not right.";
    private const string WrongCode = "The name or the code is not right. Each code works once.";
    private const string Disabled = "This account was disabled. Ask an admin.";

    public async Task<string?> WithPasswordAsync(HttpContext http, string? name, string? password, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(password))
            return "Give your name and your password.";
        var account = await FindAsync(name, cancellationToken);
        var fault = await TryAsync(http, account, name, "a password", WrongPassword, () => IsPasswordAsync(account, password, cancellationToken), cancellationToken);
        return fault ?? await EnterAsync(http, account, "password", cancellationToken);
    }

    public async Task<string?> WithRecoveryCodeAsync(HttpContext http, string? name, string? code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(name) || string.IsNullOrEmpty(code))
            return "Give your name and one of your recovery codes.";
        var account = await FindAsync(name, cancellationToken);
        // Without an account it is looked up all the same, for it must take as long.
        var fault = await TryAsync(http, account, name, "a recovery code", WrongCode, () => codes.UseAsync(account?.Id ?? "", code, cancellationToken), cancellationToken);
        return fault ?? await EnterAsync(http, account, "recovery code", cancellationToken);
    }

    /// <summary>The person of the current session gives the password once more.</summary>
    public async Task<string?> ProveAsync(HttpContext http, string? password, CancellationToken cancellationToken)
    {
        var actor = Actor.Of(http.User);
        if (string.IsNullOrEmpty(password))
            return "Give your password.";
        if (actor is not { AccountId: { } id, SessionId: { } session } || store.Current.FindActiveAccount(id) is not { } known)
            return "You are not signed in any more. Sign in and try again.";
        var account = await FindAsync(known.Name, cancellationToken);
        var fault = await TryAsync(
            http, account, known.Name, "a proof", "The password is not right.", () => IsPasswordAsync(account, password, cancellationToken), cancellationToken);
        if (fault is null)
            await sessions.ProvedAsync(session, cancellationToken);
        return fault;
    }

    private async Task<Account?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var normalized = AccountName.Normalize(name.Trim());
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedUserName == normalized, cancellationToken);
    }

    private async Task<string?> TryAsync(
        HttpContext http, Account? account, string name, string what, string wrong, Func<Task<bool>> isRight, CancellationToken cancellationToken)
    {
        var guess = new Guess(account?.Id, AccountName.Normalize(name.Trim()), RequestOrigin.Of(http).Address, devices.IdFor(http, account?.Id));
        if (guesses.Take(guess) is { } wait)
            return $"Too many tries. Wait {Words(wait)}, then try again.";
        if (await isRight())
        {
            guesses.Right(guess);
            return null;
        }

        // Not the name as typed: people type passwords into the wrong field.
        var actor = new Actor(account?.UserName ?? "nobody") { AccountId = account?.Id, Address = guess.Address };
        await audit.RecordAsync("Sign in", actor, $"refused: {what} that is not right", cancellationToken);
        return wrong;
    }

    private async Task<bool> IsPasswordAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        var result = hashing.Verify(account, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded && account is not null)
            await RehashAsync(account, password, cancellationToken);
        return result != PasswordVerificationResult.Failed;
    }

    private Task<int> RehashAsync(Account account, string password, CancellationToken cancellationToken)
    {
        var hash = hashing.HashPassword(account, password);
        return store.WriteAsync(
            context => context.Users.Where(row => row.Id == account.Id && row.PasswordHash == account.PasswordHash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, hash), cancellationToken),
            cancellationToken);
    }

    private async Task<string?> EnterAsync(HttpContext http, Account? account, string method, CancellationToken cancellationToken)
    {
        if (account is not { IsDisabled: false })
            return Disabled;
        await entrance.AdmitAsync(http, account, method, cancellationToken);
        return null;
    }

    private static string Words(TimeSpan wait) => wait < TimeSpan.FromMinutes(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalSeconds)} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes)} min");
}
