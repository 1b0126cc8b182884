using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Checks.Notifying.Outbox;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Reconcile;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>What people do with channels.</summary>
internal sealed class ChannelActs(DesiredActs desired, ActionRunner runner, DesiredStore store, ChannelSecrets secrets, Notifier notifier, OutboxBook book, TimeProvider time)
{
    /// <param name="secret">A new secret, which the channel names; null to keep the one it has.</param>
    /// <param name="address">A new whole address of a webhook, in the same way.</param>
    public Task<ActionOutcome> SaveAsync(DesiredChannel channel, string? secret, string? address, Actor actor, CancellationToken cancellationToken) => desired.SaveAsync(
        new DesiredEdit.PutChannel(channel), $"Save the channel {channel.Name}", actor, cancellationToken,
        alongside: (context, stop) => secrets.KeepAsync(context, channel, secret, address, stop));

    public Task<ActionOutcome> RemoveAsync(DesiredChannel channel, Actor actor, CancellationToken cancellationToken) =>
        desired.SaveAsync(new DesiredEdit.RemoveChannel(channel.Id), $"Remove the channel {channel.Name}", actor, cancellationToken);

    /// <summary>Sends a test now, also in quiet hours and to a channel that is off. It is noted, and not tried again.</summary>
    public Task<ActionOutcome> TestAsync(string id, Actor actor, CancellationToken cancellationToken) => runner.RunAsync(
        Act.EditChannels, $"Test the channel {store.Current.FindChannel(id)?.Name ?? id}", actor,
        async stop =>
        {
            var channel = store.Current.FindChannel(id) ?? throw new CheckRefusal("There is no such channel any more.");
            var now = time.GetUtcNow();
            var row = new NotificationRow
            {
                ChannelId = channel.Id, ChannelName = channel.Name, Kind = OutboxRows.Word(ToldKind.Test), CheckId = "", CheckName = "Test", Severity = nameof(CheckSeverity.Warning),
                Words = "Somebody tried the channel out.", AtTicks = now.UtcTicks, DueTicks = now.UtcTicks, State = NotificationRow.Failed, Attempts = 1, TriedAtTicks = now.UtcTicks,
                Fault = "The test was broken off before it was answered. Send another one.",
            };
            try
            {
                (row.Fault, row.State) = (await notifier.SendAsync(channel, [row.ToTold()], stop), NotificationRow.Sent);
            }
            catch (NotifyFault fault)
            {
                row.Fault = fault.Message;
                throw;
            }
            finally
            {
                // It is told on the page either way.
                await book.AddAsync(row, CancellationToken.None);
                await book.PublishAsync(CancellationToken.None);
            }
        },
        cancellationToken);
}
