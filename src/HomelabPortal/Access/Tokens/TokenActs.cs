using System.Security.Cryptography;
using System.Text.Json;
using HomelabPortal.Access.Authority;
using HomelabPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access.Tokens;

/// <summary>Makes and revokes tokens, each with its audit row in the same transaction. The row never holds the token.</summary>
internal sealed class TokenActs(AccessStore store, ActionRunner runner, TimeProvider time)
{
    /// <summary>Makes a token for the actor's own account; its text is in the outcome, and nowhere else.</summary>
    public async Task<TokenOutcome> MakeAsync(TokenWish wish, Actor actor, CancellationToken cancellationToken)
    {
        var words = $"Make the token “{wish.Name.Trim()}”";
        if (await RefuseAsync(Act.MakeToken, "Make a token", actor, cancellationToken) is { } refused)
            return refused;
        var account = store.Current.FindActiveAccount(actor.AccountId ?? "") ?? throw new InvalidOperationException("An actor who may make tokens has an account.");
        var faults = TokenChecks.FaultsOf(wish, account.Role, HeldBy(account.Id));
        if (faults.Count > 0)
            return new TokenOutcome { Faults = faults };
        var text = TokenText.New();
        var row = NewRow(wish, account.Id, text);
        await store.WriteAsync(
            context =>
            {
                context.ApiTokens.Add(row);
                context.Audit.Add(AuditLog.NewRow(words, actor, time.GetUtcNow(), $"made, for {string.Join(", ", wish.Scopes)}"));
                return context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return new TokenOutcome { Text = text };
    }

    /// <summary>Ends a token at once. Ending one that has ended already is no fault.</summary>
    public async Task<TokenOutcome> RevokeAsync(string tokenId, Actor actor, CancellationToken cancellationToken)
    {
        var token = store.Current.Tokens.GetValueOrDefault(tokenId);
        var isOwn = token is not null && token.AccountId == actor.AccountId;
        var words = $"Revoke the token “{token?.Name ?? tokenId}”";
        if (await RefuseAsync(isOwn ? Act.RevokeOwnToken : Act.RevokeAnyToken, words, actor, cancellationToken) is { } refused)
            return refused;
        await store.WriteAsync(
            async context =>
            {
                var now = time.GetUtcNow();
                if (await context.ApiTokens.SingleOrDefaultAsync(row => row.Id == tokenId && row.RevokedAtTicks == null, cancellationToken) is { } row)
                {
                    row.RevokedAtTicks = now.UtcTicks;
                    context.Audit.Add(AuditLog.NewRow(words, actor, now, "revoked"));
                }

                return await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return TokenOutcome.Done;
    }

    /// <summary>The tokens of an account that still hold.</summary>
    private List<TokenInfo> HeldBy(string accountId)
    {
        var now = time.GetUtcNow();
        return [.. store.Current.Tokens.Values.Where(token => token.AccountId == accountId && token.RevokedAt is null && now < token.ExpiresAt)];
    }

    private ApiTokenRow NewRow(TokenWish wish, string accountId, string text)
    {
        var now = time.GetUtcNow();
        return new ApiTokenRow
        {
            Id = RandomNumberGenerator.GetHexString(12, lowercase: true),
            AccountId = accountId,
            Name = wish.Name.Trim(),
            Hash = TokenText.HashOf(text),
            LastFour = text[^4..],
            Scopes = JsonSerializer.Serialize(wish.Scopes.Distinct()),
            CreatedAtTicks = now.UtcTicks,
            ExpiresAtTicks = (now + wish.Lifetime).UtcTicks,
        };
    }

    private async Task<TokenOutcome?> RefuseAsync(Act act, string words, Actor actor, CancellationToken cancellationToken) =>
        (await runner.RefuseAsync(act, words, actor, cancellationToken))?.Refusal is { } refusal ? new TokenOutcome { Refusal = refusal } : null;
}
