using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Access.Accounts.Passwords;

/// <summary>The framework's hasher (PBKDF2 with SHA-512), set to more rounds than it takes by itself.</summary>
internal sealed class PasswordHashing : IPasswordHasher<Account>
{
    public const int Rounds = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly string _nobody;

    public PasswordHashing() => _nobody = HashPassword(new Account(), Guid.NewGuid().ToString());

    public string HashPassword(Account user, string password) => _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);

    /// <summary>Compares with the password of <paramref name="account"/>; with none it takes as long and fails, so that time tells nobody which names exist.</summary>
    public PasswordVerificationResult Verify(Account? account, string password)
    {
        if (password.Length > PasswordRules.Longest)
            password = password[..PasswordRules.Longest] + "too long";
        var result = VerifyHashedPassword(account ?? new Account(), account?.PasswordHash ?? _nobody, password);
        return account?.PasswordHash is null ? PasswordVerificationResult.Failed : result;
    }
}
