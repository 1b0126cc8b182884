using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins.Writing;

/// <summary>
/// Writes a batch of one stage, each thing by itself: Access knows no transaction.
/// Policies are built before the applications that ask them, and taken away after.
/// </summary>
internal sealed class LoginWriter(CloudflareClient client, string accountId)
{
    /// <exception cref="CloudflareApiException">What stands there could not be read; nothing was written.</exception>
    public async Task<ImmutableArray<ChangeOutcome>> WriteAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        var outcomes = ImmutableArray.CreateBuilder<ChangeOutcome>(batch.Length);
        outcomes.AddRange(batch.Where(change => change.Kind == ChangeKind.Release).Select(change => ChangeOutcome.Applied(change, null)));
        var open = batch.Where(change => change.Kind != ChangeKind.Release).OrderBy(change => LoginReadBack.IsApplication(change) == change.After is null ? 0 : 1).ToList();
        if (open.Count == 0)
            return outcomes.ToImmutable();
        var stand = await LoginStand.ReadAsync(client, accountId, cancellationToken);
        foreach (var change in open)
        {
            (stand, var outcome) = await WriteOneAsync(change, stand, cancellationToken);
            outcomes.Add(outcome);
        }

        return outcomes.ToImmutable();
    }

    private async Task<(LoginStand Stand, ChangeOutcome Outcome)> WriteOneAsync(Change change, LoginStand stand, CancellationToken cancellationToken)
    {
        // Done already, by us before an interruption or by somebody who did the very same.
        if (LoginReadBack.Of(change, stand) is { HasTakenEffect: true } done)
            return (stand, ChangeOutcome.Applied(change, done.Entry));
        if (WhyNotAsPlanned(change, stand.State) is { } why)
            return (stand, ChangeOutcome.Failed(change, new TargetFault(FaultKind.Retry, why)));
        try
        {
            return change.After is null
                ? await DeleteAsync(change, stand, cancellationToken)
                : LoginReadBack.IsApplication(change)
                    ? await PutApplicationAsync(change, change.After, stand, cancellationToken)
                    : await PutPolicyAsync(change, change.After, stand, cancellationToken);
        }
        catch (CloudflareApiException fault) when (CloudflareFaults.IsUncertain(fault))
        {
            return await SettleAsync(change, stand, CloudflareFaults.Of(fault), cancellationToken);
        }
        catch (CloudflareApiException fault)
        {
            return (stand, ChangeOutcome.Failed(change, CloudflareFaults.Of(fault)));
        }
    }

    private async Task<(LoginStand, ChangeOutcome)> PutPolicyAsync(Change change, JsonNode wish, LoginStand stand, CancellationToken cancellationToken)
    {
        var written = change.RemoteId is { } id
            ? await client.UpdateAccessPolicyAsync(accountId, LoginBodies.Changed(stand.Policies[id], wish), cancellationToken)
            : await client.CreateAccessPolicyAsync(accountId, LoginBodies.NewPolicy(wish), cancellationToken);
        return (stand.With(written), ChangeOutcome.Applied(change, LoginReadBack.EntryOf(change, written.Id)));
    }

    private async Task<(LoginStand, ChangeOutcome)> PutApplicationAsync(Change change, JsonNode wish, LoginStand stand, CancellationToken cancellationToken)
    {
        var policies = LoginBodies.PolicyIds(wish, stand.State);
        if (policies is null)
            return (stand, ChangeOutcome.Failed(change, new TargetFault(FaultKind.Retry, $"A login policy of {change.Key.Name} is not in place yet. Its login is set up as soon as it is.")));
        if (!stand.State.HasTag)
        {
            await client.CreateAccessTagAsync(accountId, LoginMark.Tag, cancellationToken);
            stand = stand.WithTag();
        }

        var written = change.RemoteId is { } id
            ? await client.UpdateAccessApplicationAsync(accountId, LoginBodies.Changed(stand.Applications[id], wish, policies), cancellationToken)
            : await client.CreateAccessApplicationAsync(accountId, LoginBodies.NewApplication(wish, policies), cancellationToken);
        return (stand.With(written), ChangeOutcome.Applied(change, LoginReadBack.EntryOf(change, written.Id)));
    }

    private async Task<(LoginStand, ChangeOutcome)> DeleteAsync(Change change, LoginStand stand, CancellationToken cancellationToken)
    {
        var id = change.RemoteId!;
        if (LoginReadBack.IsApplication(change))
            await client.DeleteAccessApplicationAsync(accountId, id, cancellationToken);
        else if (stand.State.Applications.FirstOrDefault(application => application.Policies.Contains(id)) is { } user)
            return (stand, ChangeOutcome.Failed(change, new TargetFault(FaultKind.Retry, $"The login policy stays as long as the application “{user.ReadableName}” uses it.")));
        else
            await client.DeleteAccessPolicyAsync(accountId, id, cancellationToken);
        return (stand.Without(id), ChangeOutcome.Applied(change, null));
    }

    /// <summary>The answer was lost: only reading tells whether it was done.</summary>
    private async Task<(LoginStand, ChangeOutcome)> SettleAsync(Change change, LoginStand before, TargetFault fault, CancellationToken cancellationToken)
    {
        try
        {
            var stand = await LoginStand.ReadAsync(client, accountId, cancellationToken);
            var now = LoginReadBack.Of(change, stand);
            return (stand, now.HasTakenEffect ? ChangeOutcome.Applied(change, now.Entry) : ChangeOutcome.Failed(change, fault));
        }
        catch (CloudflareApiException)
        {
            return (before, ChangeOutcome.Uncertain(change, fault));
        }
    }

    private static string? WhyNotAsPlanned(Change change, LoginState state)
    {
        var now = LoginReadBack.ImageOf(change, change.RemoteId ?? LoginReadBack.IdOf(change, state), state);
        var isAsPlanned = change.Before is null ? now is null && !IsTaken(change, state) : now is not null && JsonNode.DeepEquals(now, change.Before);
        return isAsPlanned ? null : $"The login of {change.Key.Name} changed after the plan was made. Nothing was written; it is planned afresh.";
    }

    private static bool IsTaken(Change change, LoginState state) =>
        LoginReadBack.IsApplication(change) && state.FindApplicationOf(change.Key.Name) is not null;
}
