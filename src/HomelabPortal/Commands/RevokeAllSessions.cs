using HomelabPortal.Access;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Commands;

/// <summary>Signs everybody out, and takes the keys of programs away when asked.</summary>
internal sealed class RevokeAllSessions(AccessStore store, TimeProvider time) : ICommand
{
    private const string WithTokens = "--tokens";

    public string Name => "revoke-all-sessions";

    public string Help => $"[{WithTokens}] signs everybody out; with {WithTokens} revokes all API tokens too";

    public async Task<CommandAnswer> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not ([] or [WithTokens]))
            return CommandAnswer.NotUnderstood($"{Name} takes nothing but {WithTokens}.");
        var outcome = await store.WriteAsync(
            async context =>
            {
                var now = time.GetUtcNow();
                var sessions = await AllSessions.EndAsync(context, now, cancellationToken);
                var tokens = arguments.Count > 0 ? await context.ApiTokens.Where(row => row.RevokedAtTicks == null).ToListAsync(cancellationToken) : [];
                foreach (var token in tokens)
                    token.RevokedAtTicks = now.UtcTicks;
                var words = arguments.Count > 0 ? $"{sessions} sessions ended, {tokens.Count} tokens revoked" : $"{sessions} sessions ended";
                context.Audit.Add(AuditLog.NewRow(arguments.Count > 0 ? "Revoke all sessions and tokens" : "Revoke all sessions", AllSessions.Actor, now, words));
                await context.SaveChangesAsync(cancellationToken);
                return words;
            },
            cancellationToken);
        return CommandAnswer.Done($"Done: {outcome}.");
    }
}
