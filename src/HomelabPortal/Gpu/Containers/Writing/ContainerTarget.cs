using System.Collections.Concurrent;
using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>The Docker hosts as the reconciler sees them. What takes long, pulling and proving, goes on between passes.</summary>
internal sealed class ContainerTarget(
    IReadOnlyList<DockerHost> hosts, DesiredStore desired, ContainerSecrets secrets, ImagePulls pulls, Live<ContainerState> live, VideoMemoryCare memory, TimeProvider time) : ITarget
{
    /// <summary>The first version of the API that takes more than one network at once.</summary>
    private static readonly Version _manyNetworks = new(1, 44);

    private static readonly TimeSpan _oneWord = TimeSpan.FromSeconds(2);

    /// <summary>Changes whose outcome is not known, with their hosts: nothing is planned there until it is. The other hosts go on.</summary>
    private readonly ConcurrentDictionary<ResourceKey, string> _unsettled = new();

    public string Name => ContainerView.Target;

    public (ChangeStage Withdraw, ChangeStage Build) Stages => (ChangeStage.WithdrawRoute, ChangeStage.BuildRoute);

    /// <summary>Every look is published, so that pages show what plans are made from.</summary>
    public async Task<ITargetView> ObserveAsync(CancellationToken cancellationToken)
    {
        var state = desired.Current;
        var unsettled = _unsettled.Values.ToHashSet(StringComparer.Ordinal);
        var looks = await Task.WhenAll(hosts.Select(host => unsettled.Contains(host.Name)
            ? Task.FromResult(LiveHost.Unseen(host.Name, "What was last written there could not be read back yet."))
            : LookAsync(host, state, cancellationToken)));
        var now = time.GetUtcNow();
        var view = new ContainerView([.. looks.Select(look => memory.Seen(look, state, now))], now);
        live.Publish(new ContainerState(view.Hosts));
        return view;
    }

    public async Task<ImmutableArray<ChangeOutcome>> ApplyAsync(ImmutableArray<Change> batch, CancellationToken cancellationToken)
    {
        // Hosts do not wait for each other; on one host it is one after the other, since a GPU cannot be held twice.
        var outcomes = await Task.WhenAll(batch
            .GroupBy(change => change.Hint is null ? "" : ContainerChange.Of(change).Host)
            .Select(group => ApplyInTurnAsync([.. group], cancellationToken)));
        return [.. outcomes.SelectMany(each => each)];
    }

    public async Task<ReadBack> ReadBackAsync(Change change, CancellationToken cancellationToken)
    {
        if (change.Kind == ChangeKind.Release)
            return ReadBack.Gone;
        var (state, name) = (desired.Current, ContainerChange.Of(change).Host);
        var look = hosts.FirstOrDefault(host => host.Name == name) is { } host ? await ContainerLook.ReadAsync(host, state, pulls, cancellationToken) : null;
        if (look is not { Fault: null })
        {
            _unsettled[change.Key] = name;
            return ReadBack.Later;
        }

        _unsettled.TryRemove(change.Key, out _);
        return ContainerReadBack.Of(change, look, state.Instance, time.GetUtcNow());
    }

    /// <summary>A host that was away is asked for a word first, so that the others do not wait for it at every look.</summary>
    private async Task<LiveHost> LookAsync(DockerHost host, DesiredState state, CancellationToken cancellationToken)
    {
        if (live.Current.Value.Hosts.Any(before => before.Name == host.Name && before.Fault is not null))
        {
            using var word = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            word.CancelAfter(_oneWord);
            try
            {
                await host.Client.PingAsync(word.Token);
            }
            catch (DockerApiException fault)
            {
                return LiveHost.Unseen(host.Name, fault.Message);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return LiveHost.Unseen(host.Name, $"{host.Name} does not answer.");
            }
        }

        return await ContainerLook.ReadAsync(host, state, pulls, cancellationToken);
    }

    private async Task<List<ChangeOutcome>> ApplyInTurnAsync(ImmutableArray<Change> changes, CancellationToken cancellationToken)
    {
        var outcomes = new List<ChangeOutcome>();
        foreach (var change in changes)
            outcomes.Add(await ApplyOneAsync(change, cancellationToken));
        return outcomes;
    }

    private async Task<ChangeOutcome> ApplyOneAsync(Change change, CancellationToken cancellationToken)
    {
        try
        {
            return ChangeOutcome.Applied(change, change.Kind == ChangeKind.Release ? null : await DoAsync(change, cancellationToken));
        }
        catch (TargetException fault)
        {
            return ChangeOutcome.Failed(change, fault.Fault);
        }
        catch (DockerApiException fault)
        {
            return DockerFaults.IsUncertain(fault) ? ChangeOutcome.Uncertain(change, DockerFaults.Of(fault)) : ChangeOutcome.Failed(change, DockerFaults.Of(fault));
        }
    }

    private async Task<LedgerEntry?> DoAsync(Change change, CancellationToken cancellationToken)
    {
        var act = ContainerChange.Of(change);
        var host = HostOf(act.Host);
        var writer = new ContainerWriter(host.Client, change, desired.Current.Instance, time);
        switch (act.Step)
        {
            case ContainerStep.Pull:
                pulls.Begin(host, act.Image!);
                return null;
            case ContainerStep.Remove:
                await writer.RemoveAsync(cancellationToken);
                return null;
            case ContainerStep.Stop:
                await memory.BeforeStopAsync(Wanted(change), host, cancellationToken);
                return await writer.StopAsync(cancellationToken);
            case ContainerStep.PutAside:
                // What could not be made anew is not stopped either.
                await PrepareAsync(act, host, Wanted(change), cancellationToken);
                await memory.BeforeStopAsync(Wanted(change), host, cancellationToken);
                return await writer.StepAsideAsync(ImageReference.Parse(Wanted(change).Image, Wanted(change).Digest).Wanted, cancellationToken);
            case ContainerStep.Finish:
                return await writer.FinishAsync(cancellationToken);
            case ContainerStep.Quiet:
                return await writer.QuietAsync(Wanted(change), cancellationToken);
            case ContainerStep.Rename:
                return await writer.RenameAsync(act.CurrentId!, cancellationToken);
            case ContainerStep.Restore:
                return await writer.RestoreAsync(Wanted(change), cancellationToken);
            default:
                return await BuildAsync(act, host, Wanted(change), writer, cancellationToken);
        }
    }

    /// <summary>What only a person can mend must not keep the one that is put aside from serving.</summary>
    private async Task<LedgerEntry> BuildAsync(ContainerChange act, DockerHost host, DesiredContainer wanted, ContainerWriter writer, CancellationToken cancellationToken)
    {
        try
        {
            return act.Step is ContainerStep.Start
                ? await writer.StartAsync(wanted, await FilesAsync(act, wanted, cancellationToken), cancellationToken)
                : await MakeAsync(act, host, wanted, writer, cancellationToken);
        }
        catch (TargetException fault) when (act.PreviousId is not null && fault.Fault.Kind is FaultKind.NeedsPerson)
        {
            return await writer.RestoreAsync(wanted, new FailedVersion(act.Hash ?? "", fault.Fault.Message), cancellationToken);
        }
    }

    private async Task<LedgerEntry> MakeAsync(ContainerChange act, DockerHost host, DesiredContainer wanted, ContainerWriter writer, CancellationToken cancellationToken)
    {
        // Everything that can fail beforehand does so before the old one is touched.
        var (spec, files) = await PrepareAsync(act, host, wanted, cancellationToken);
        var aside = act.PreviousId;
        if (act.Step is ContainerStep.Recreate)
            aside = await writer.PutAsideAsync(ImageReference.Parse(wanted.Image, wanted.Digest).Wanted, cancellationToken);
        else if (act.Step is ContainerStep.Replace)
            await writer.RemoveCurrentAsync(cancellationToken);
        return await writer.MakeAsync(wanted, spec, files, aside, cancellationToken);
    }

    private async Task<(ContainerSpec Spec, IReadOnlyList<ArchiveFile> Files)> PrepareAsync(ContainerChange act, DockerHost host, DesiredContainer wanted, CancellationToken cancellationToken)
    {
        if (SpecHash.Of(wanted) != act.Hash)
            throw new TargetException(new TargetFault(FaultKind.Retry, $"{wanted.Place} was edited after the plan was made. It is planned afresh."));
        if (!wanted.FurtherNetworks.IsEmpty)
            await RequireManyNetworksAsync(host, cancellationToken);
        var values = await secrets.RevealAsync(wanted, cancellationToken);
        await VolumeReach.RequireOwnDataAsync(wanted, host, cancellationToken);
        var attachment = AttachmentModes.Of(await host.Client.InfoAsync(cancellationToken), host.GpuAttachment);
        var spec = ContainerCompiler.Compile(wanted, desired.Current.Instance, attachment, name => values[name]);
        var former = (act.Step is ContainerStep.Recreate ? act.CurrentId : act.PreviousId) is { } id ? await host.Client.InspectContainerAsync(id, cancellationToken) : null;
        return (UnnamedVolumes.Carry(spec, wanted, former), SecretFile.Of(wanted, values));
    }

    /// <summary>An older one would refuse the request after the old container was put aside.</summary>
    private static async Task RequireManyNetworksAsync(DockerHost host, CancellationToken cancellationToken)
    {
        if (Version.TryParse((await host.Client.PingAsync(cancellationToken)).ApiVersion, out var version) && version < _manyNetworks)
            throw new TargetException(new TargetFault(FaultKind.NeedsPerson, $"Docker on {host.Name} lets a container begin in one network only. Update it to 25 or newer, or name one network."));
    }

    /// <summary>Those of the very specification that it was made from: an edit since then has values of its own, and makes another one.</summary>
    private async Task<IReadOnlyList<ArchiveFile>> FilesAsync(ContainerChange act, DesiredContainer wanted, CancellationToken cancellationToken) =>
        wanted.Variables.Any(variable => variable.IsFile) && SpecHash.Of(wanted) == act.Hash ? SecretFile.Of(wanted, await secrets.RevealAsync(wanted, cancellationToken)) : [];

    private DesiredContainer Wanted(Change change) => desired.Current.FindContainer(change.OwnerId)
        ?? throw new TargetException(new TargetFault(FaultKind.Retry, "It was removed after the plan was made. It is planned afresh."));

    private DockerHost HostOf(string name) => hosts.FirstOrDefault(host => host.Name == name)
        ?? throw new TargetException(new TargetFault(FaultKind.NeedsPerson, $"There is no Docker host {name} in the settings."));
}
