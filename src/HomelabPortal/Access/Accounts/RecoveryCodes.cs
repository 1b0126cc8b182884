using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Accounts;

/// <summary>
/// Eight codes on paper for the day the other ways in are lost. Each works once.
/// A code has 99 random bits, so its plain hash cannot be turned back.
/// </summary>
internal sealed class RecoveryCodes(AccessStore store)
{
    /// <summary>Their rows are the framework's user tokens, one a code, named by its hash.</summary>
    public const string Provider = "recovery";
    public const int Count = 8;
    private const int Letters = 20;

    // Letters and digits that nobody takes for another.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Replaces the codes of the account, and returns the new ones for the only time.</summary>
    public Task<IReadOnlyList<string>> RenewAsync(string accountId, CancellationToken cancellationToken) =>
        store.WriteAsync<IReadOnlyList<string>>(
            async context =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                await context.UserTokens.Where(row => row.UserId == accountId && row.LoginProvider == Provider).ExecuteDeleteAsync(cancellationToken);
                var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters)).ToList();
                context.UserTokens.AddRange(codes.Select(code => new IdentityUserToken<string> { UserId = accountId, LoginProvider = Provider, Name = HashOf(code) }));
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return [.. codes.Select(Shown)];
            },
            cancellationToken);

    /// <summary>Uses a code up. Of several who give the same one at once, one succeeds.</summary>
    public async Task<bool> UseAsync(string accountId, string code, CancellationToken cancellationToken)
    {
        var hash = HashOf(Bare(code));
        return await store.WriteAsync(
            context => context.UserTokens
                .Where(row => row.UserId == accountId && row.LoginProvider == Provider && row.Name == hash)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken) == 1;
    }

    private static string Shown(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    private static string Bare(string code) => new([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
