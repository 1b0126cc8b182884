using HomelabPortal.Access;
using HomelabPortal.Secrets;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Commands;

/// <summary>After a leak, or after a change of the master key: everything stored gets new keys and every cookie dies, in one commit.</summary>
internal sealed class RotateKeys(AccessStore store, KeyRotation rotation, TimeProvider time) : ICommand
{
    public string Name => "rotate-keys";

    public string Help => "encrypts everything stored under new keys; everybody signs in again";

    public async Task<CommandAnswer> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
            return CommandAnswer.NotUnderstood($"{Name} takes no arguments.");
        var ended = await store.WriteAsync(
            async context =>
            {
                var made = await rotation.PrepareAsync(context, cancellationToken);
                var count = await AllSessions.EndAsync(context, time.GetUtcNow(), cancellationToken);
                context.Audit.Add(AuditLog.NewRow("Rotate the keys", AllSessions.Actor, time.GetUtcNow(), $"data key {made.Id}, {count} sessions ended"));
                await context.SaveChangesAsync(cancellationToken);
                // Within the writer's turn: what is encrypted next must be under the key that is stored.
                rotation.Keep(made);
                // The old key lies in the log of the database until that is emptied.
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", CancellationToken.None);
                return count;
            },
            cancellationToken);
        rotation.RenewCookieKeys();
        return CommandAnswer.Done(
            $"All keys are new, and {ended} sessions were ended: everybody signs in again. API tokens stay valid; revoke-all-sessions --tokens ends them too.\n"
            + "Backups from before need the master key they were made with.");
    }
}
