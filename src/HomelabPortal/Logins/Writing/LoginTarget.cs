using System.Collections.Immutable;
using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Logins.Planning;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Reading;

namespace HomelabPortal.Logins.Writing;

/// <summary>Cloudflare Access as the reconciler sees it.</summary>
internal sealed class LoginTarget(TunnelAccount account, LoginLook look, Live<LoginState> live) : ITarget
{
    public string Name => LoginView.Target;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (ChangeStage.WithdrawAccess, ChangeStage.BuildAccess);

    /// <summary>Every look is published, so that pages show what plans are made from.</summary>
    public async Task<ITargetView> ObserveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = account.Client.For(RequestPriority.Verify);
            var state = await look.ReadAsync(client, await account.FindIdAsync(cancellationToken), cancellationToken);
            live.Publish(state);
            return new LoginView(state);
        }
        catch (CloudflareApiException fault)
        {
            live.PublishFault(fault.Message);
            throw new TargetException(FaultOf(fault), fault);
        }
        catch (TargetException fault)
        {
            live.PublishFault(fault.Fault.Message);
            throw;
        }
    }

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        try
        {
            var accountId = await account.FindIdAsync(cancellationToken);
            return await new LoginWriter(account.Client, accountId).WriteAsync(batch, cancellationToken);
        }
        catch (CloudflareApiException fault)
        {
            return [.. batch.Select(change => ChangeOutcome.Failed(change, CloudflareFaults.Of(fault)))];
        }
        catch (TargetException fault)
        {
            return [.. batch.Select(change => ChangeOutcome.Failed(change, fault.Fault))];
        }
    }

    public async Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            var accountId = await account.FindIdAsync(cancellationToken);
            return LoginReadBack.Of(change, await LoginStand.ReadAsync(account.Client, accountId, cancellationToken));
        }
        catch (CloudflareApiException fault)
        {
            throw CloudflareFaults.Exception(fault);
        }
    }

    /// <summary>A token that may not see Access is as good as one for a lab without it: what needs no login goes on.</summary>
    private static TargetFault FaultOf(CloudflareApiException fault) => fault.Kind is CloudflareErrorKind.MissingPermission
        ? new TargetFault(FaultKind.NotConnected, fault.Message)
        : CloudflareFaults.Of(fault);
}
