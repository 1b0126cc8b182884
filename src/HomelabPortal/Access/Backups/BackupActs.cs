using HomelabPortal.Access.Authority;
using HomelabPortal.Platform;

namespace HomelabPortal.Access.Backups;

/// <summary>Copies of the database as acts of a person.</summary>
internal sealed class BackupActs(BackupMaker maker, BackupFolder folder, ActionRunner runner, Live<BackupState> live)
{
    public void Refresh() => live.Publish(new BackupState(folder.List()));

    public async Task<ActionOutcome> MakeAsync(Actor actor, CancellationToken cancellationToken)
    {
        var outcome = await runner.RunAsync(Act.BackUp, "Make a backup", actor, maker.MakeAsync, cancellationToken);
        Refresh();
        return outcome;
    }

    /// <summary>Null when the actor may take the copy along; asked before the browser is sent to it.</summary>
    public async Task<ActionOutcome> MayDownloadAsync(string name, Actor actor, CancellationToken cancellationToken) =>
        await runner.RefuseAsync(Act.BackUp, $"Download the backup {name}", actor, cancellationToken) ?? new ActionOutcome(0, null);
}
